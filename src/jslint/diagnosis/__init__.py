"""Which figures are wrong: the smallest changes that mend what is broken and harm nothing."""
