"""A question to a kampung ends without being deleted, and its words are looked at again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0019_foto_tertunda")]

    operations = [
        migrations.AddField(
            model_name="permintaanketerangan",
            name="ditutup_pada",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="tidak diperlukan lagi"
            ),
        ),
        migrations.AddField(
            model_name="permintaanketerangan",
            name="ditinjau_pada",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="kata-katanya ditinjau"
            ),
        ),
    ]
