"""The kinds of rule, one file each; none knows another."""
