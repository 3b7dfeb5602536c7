"""Work in the background: the queue, its worker, what is due by the clock, and e-mail."""
