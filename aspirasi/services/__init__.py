"""Acts on a kiriman: of senders, of officials, and of the worker.

Each act is one transaction: it locks the row, asks the table of acts (`alur.pindah`), moves the
clock (`jam`), leaves a Jejak and tells the sender (`pengabaran`).
"""
