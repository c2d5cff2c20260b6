"""Events, decisions, measures and blame: the questions they answer."""
