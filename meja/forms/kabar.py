"""The form of telling a sender by WhatsApp."""

from django import forms

from core.jaga.alamat import SamarField


class DikabariForm(forms.Form):
    """A tick that the sender was told; `sampai` is the newest step that the message could tell."""

    sampai = SamarField()
