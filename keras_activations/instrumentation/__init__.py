"""Attach probes to a model for one fit, and leave without a trace."""
