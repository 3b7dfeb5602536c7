"""Work in the background: the queue, its worker, the periodic jobs, and e-mail."""
