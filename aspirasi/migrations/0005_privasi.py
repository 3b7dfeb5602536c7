"""What the sender decides afterwards, and questions to a kampung by a name nobody can count."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aspirasi", "0004_suara")]

    operations = [
        migrations.AddField(
            "aspirasi",
            "minta_umum_pada",
            models.DateTimeField(editable=False, null=True, verbose_name="diminta untuk umum"),
        ),
        migrations.AddField(
            "aspirasi",
            "dihapus_pada",
            models.DateTimeField(editable=False, null=True, verbose_name="isi dihapus"),
        ),
        # The table came with 0004 and holds no row yet, so one default does no harm.
        migrations.AddField(
            "permintaanketerangan",
            "acuan",
            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
