"""Forms of progress reports: the words and figures first, photos after them."""
