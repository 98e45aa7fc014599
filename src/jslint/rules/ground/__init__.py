"""What every kind of rule stands on: the entry of a pack, its options, its conditions, the context."""
