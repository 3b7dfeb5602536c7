"""The supervisor, from outside: what dies comes back, and nothing runs twice or stays."""

import signal

import psycopg2
import pytest

from bangunrejo.soket import default_url
from tests.alat.rumah.portal import Portal, run, wait
from tests.rumah.conftest import started_portal

PARTS = ["basis data", "web", "pekerja"]


def all_parts_run_once(portal: Portal) -> bool:
    return portal.answers() and all(portal.leader(name) for name in PARTS)


def remember(portal: Portal, text: str) -> None:
    with psycopg2.connect(default_url(portal.data_dir)) as connection:
        cursor = connection.cursor()
        cursor.execute("CREATE TABLE IF NOT EXISTS catatan (isi text)")
        cursor.execute("INSERT INTO catatan VALUES (%s)", [text])
    connection.close()


def remembered(portal: Portal) -> list[str]:
    connection = psycopg2.connect(default_url(portal.data_dir))
    cursor = connection.cursor()
    cursor.execute("SELECT isi FROM catatan")
    rows = [row[0] for row in cursor]
    connection.close()
    return rows


def test_one_command_starts_every_part(portal: Portal) -> None:
    wait(lambda: all_parts_run_once(portal), "not every part runs")
    assert portal.answers("livez")
    assert portal.output.read_text().count("siap di") == 1


@pytest.mark.parametrize("name", PARTS)
def test_a_killed_part_comes_back(portal: Portal, name: str) -> None:
    wait(lambda: portal.leader(name) is not None, f"{name} does not run")
    old = portal.leader(name)
    assert old is not None

    old.kill()

    wait(lambda: not old.is_running() and all_parts_run_once(portal), f"{name} did not come back")


def test_a_second_supervisor_of_the_same_folder_is_refused(portal: Portal) -> None:
    done = run("manage.py", "jalan", DATA_DIR=str(portal.data_dir))

    assert done.returncode == 1
    assert done.stderr.startswith(f"Portal dengan folder data {portal.data_dir} sudah berjalan")
    assert done.stderr.count("\n") == 1
    assert portal.answers()


def test_two_portals_run_side_by_side(portal: Portal) -> None:
    assert portal.stop() == 0
    with started_portal(like=portal) as other:  # a first start takes longer, and is tested above
        portal.start()
        assert other.address() != portal.address()
        assert other.answers()
        assert other.stop() == 0
        assert other.everything() == []
    assert portal.answers()


def test_a_killed_supervisor_takes_its_parts_along_and_the_data_stay(portal: Portal) -> None:
    remember(portal, "sebelum")
    portal.process.kill()
    portal.process.wait()
    wait(lambda: portal.everything() == [], "parts outlived their supervisor")

    portal.start()

    wait(lambda: all_parts_run_once(portal), "did not recover")
    assert "sebelum" in remembered(portal)


def test_everything_killed_at_once_recovers(portal: Portal) -> None:
    wait(lambda: all_parts_run_once(portal), "not every part runs")
    leaders = [leader for name in PARTS if (leader := portal.leader(name))]
    assert len(leaders) == len(PARTS)
    for process in [portal.process, *leaders]:
        process.send_signal(signal.SIGKILL)
    portal.process.wait()

    portal.start()

    wait(lambda: all_parts_run_once(portal), "did not recover")


def test_ctrl_c_stops_everything_and_the_next_start_keeps_the_data(portal: Portal) -> None:
    remember(portal, "tetap ada")

    assert portal.stop(signal.SIGINT) == 0
    assert portal.everything() == []
    portal.start()

    assert "tetap ada" in remembered(portal)
