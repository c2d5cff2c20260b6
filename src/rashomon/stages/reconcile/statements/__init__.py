"""What one speaker said on one matter."""
