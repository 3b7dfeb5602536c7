"""The length of a shown text, and the sentence for a joiner without words."""

PANJANG_ISI = 5000  # of the shown text; masks may make it longer than the original
# The sentence of a joiner without words (`bacaan.tulisan`). The second is stored as title, for the
# time when the joined title may not be quoted.
AWAL_SERUPA = "Saya juga mengalami: "
SERUPA_SAJA = "Saya juga mengalami hal yang sama."
