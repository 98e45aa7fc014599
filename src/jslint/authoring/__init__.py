"""What an author of packs asks of them: whether examples do what they say, and what looks wrong."""
