"""Where a report's words come from: `fingerprint` and `sketch` a report, `compare` reports, `trace` their descent."""
