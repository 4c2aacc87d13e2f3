"""The parts of make-module.py: reading, choosing, naming, linking, writing and reporting."""
