from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("rencana", "0002_kunci")]

    operations = [migrations.RemoveField("perubahanrencana", "kunci_sekali")]
