"""What is not there: what a report leaves out, and what nobody tells."""
