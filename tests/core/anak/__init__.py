"""Child processes in place of the decoder, each going wrong in its way."""
