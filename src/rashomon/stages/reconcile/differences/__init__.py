"""How two answers differ, and what that makes of a finding."""
