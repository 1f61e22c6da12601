"""See what a step of a model computes, and leave without a trace."""
