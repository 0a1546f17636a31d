"""Commands as requests: each made once, with what the server needs, and told truly when it fails."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from scrm_desktop.channels.http import Http
from scrm_desktop.channels.mastodon.api import Api
from scrm_desktop.channels.mastodon.media import Uploader
from scrm_desktop.domain.commands import Command, Deed, DoDeed, EditMessage, MediaFile, ReportPerson, SendMessage
from scrm_desktop.domain.messages import Visibility
from scrm_desktop.errors import BadAnswer, Gone, InputError, NotUploaded, Rejected, ServerTrouble, Unsupported
from support.mastodon_parts import ME, no_upload, session, status
from support.recordings import SERVER, Recordings, Replay

POSTS = "/api/v1/statuses"
SENT = status("new", 9, by=ME, to="q")


def reply(**more: object) -> SendMessage:
    return SendMessage(**{"text": "@person2 hello", "visibility": Visibility.UNLISTED, "in_reply_to": "q", **more})  # type: ignore[arg-type]


async def test_a_reply_with_all_that_belongs_to_it() -> None:
    replay = Replay().add("POST", POSTS, SENT)
    command = reply(content_warning="food", language="fr")
    outcome = await session(replay).perform(command, "key-1", no_upload)
    assert outcome.remote_id == "new"
    assert outcome.message is not None
    assert outcome.message.own
    assert dict(replay.form(-1)) == {
        "status": "@person2 hello",
        "visibility": "unlisted",
        "in_reply_to_id": "q",
        "spoiler_text": "food",
        "sensitive": "true",
        "language": "fr",
    }
    assert replay.asked[-1].headers["idempotency-key"] == "key-1"


@pytest.mark.parametrize(
    ("visibility", "name"),
    [
        (Visibility.PUBLIC, "public"),
        (Visibility.UNLISTED, "unlisted"),
        (Visibility.FOLLOWERS, "private"),
        (Visibility.DIRECT, "direct"),
    ],
)
async def test_each_visibility_by_the_servers_name(visibility: Visibility, name: str) -> None:
    replay = Replay().add("POST", POSTS, SENT)
    await session(replay).perform(reply(visibility=visibility), "k", no_upload)
    assert dict(replay.form(-1))["visibility"] == name


async def test_a_post_of_our_own_names_no_parent_and_no_warning() -> None:
    replay = Replay().add("POST", POSTS, SENT)
    await session(replay).perform(reply(in_reply_to=None), "k", no_upload)
    assert set(dict(replay.form(-1))) == {"status", "visibility"}


@pytest.mark.parametrize("body", [{}, {"id": None}, {"id": ""}, []])
async def test_an_answer_without_an_id_is_no_success(body: object) -> None:
    with pytest.raises(BadAnswer) as caught:
        await session(Replay().add("POST", POSTS, body)).perform(reply(), "k", no_upload)
    assert caught.value.maybe_done


async def test_an_answer_that_can_not_be_shown_is_a_success_all_the_same() -> None:
    outcome = await session(Replay().add("POST", POSTS, {"id": "9"})).perform(reply(), "k", no_upload)
    assert (outcome.remote_id, outcome.message) == ("9", None)


async def test_the_parent_is_gone() -> None:
    """Fault 12."""
    with pytest.raises(Gone) as caught:
        await session(Replay()).perform(reply(), "k", no_upload)
    assert not caught.value.maybe_done


async def test_the_recorded_refusals_carry_the_servers_words(recordings: Recordings) -> None:
    for one in recordings.find("POST", POSTS, status=422):
        with pytest.raises(Rejected) as caught:
            await session(Replay().add("POST", POSTS, one)).perform(reply(), "k", no_upload)
        assert caught.value.params["reason"] == one.json()["error"]


async def test_recorded_posts_of_every_visibility(recordings: Recordings) -> None:
    for visibility in Visibility:
        name = {"followers": "private"}.get(visibility, visibility.value)
        one = recordings.one("POST", POSTS, cassette=f"test_status_post[None-{name}]")
        replay = Replay().add("POST", POSTS, one)
        ours = session(replay, account_id=one.json()["account"]["id"])
        outcome = await ours.perform(reply(visibility=visibility, in_reply_to=None), "k", no_upload)
        assert outcome.message is not None
        assert outcome.message.visibility is visibility
        assert outcome.message.own


async def test_an_edit_names_the_files_again_so_that_they_stay() -> None:
    before = status(
        "own", 1, by=ME, language="fr", media_attachments=[{"id": "5", "type": "image", "url": "https://m/x"}]
    )
    path = f"{POSTS}/own"
    replay = Replay().add("GET", path, before).add("PUT", path, status("own", 1, by=ME))
    outcome = await session(replay).perform(EditMessage(remote_id="own", text="better"), "k", no_upload)
    assert outcome.remote_id == "own"
    form = replay.form(-1)
    assert ("media_ids[]", "5") in form
    assert dict(form) == {"status": "better", "spoiler_text": "", "language": "fr", "media_ids[]": "5"}


async def test_an_edit_that_would_cost_votes_is_not_made() -> None:
    before = status("own", 1, by=ME, poll={"options": [{"title": "a"}]})
    replay = Replay().add("GET", f"{POSTS}/own", before)
    with pytest.raises(Unsupported, match="poll"):
        await session(replay).perform(EditMessage(remote_id="own", text="better"), "k", no_upload)
    assert not [one for one in replay.asked if one.method == "PUT"]


async def test_the_recorded_edit(recordings: Recordings) -> None:
    one = recordings.one("PUT", r"/api/v1/statuses/\d+", cassette="test_status_edit")
    found = one.json()
    replay = Replay().add("GET", one.path, {**found, "edited_at": None}).add("PUT", one.path, one)
    text = "the best editor? why, of course it is the KDE Advanced Text Editor, Kate"
    command = EditMessage(remote_id=found["id"], text=text)
    outcome = await session(replay, account_id=found["account"]["id"]).perform(command, "k", no_upload)
    assert outcome.message is not None
    assert outcome.message.edited_at is not None
    assert outcome.message.text == command.text


async def test_delete_and_what_is_gone_already_is_deleted_too(recordings: Recordings) -> None:
    command = DoDeed(deed=Deed.DELETE, target="own")
    recorded = recordings.one("DELETE", r"/api/v1/statuses/\d+", status=200)
    for replay in (Replay().add("DELETE", f"{POSTS}/own", recorded), Replay()):
        assert (await session(replay).perform(command, "k", no_upload)).remote_id == "own"


async def test_a_server_that_can_not_delete_is_not_believed() -> None:
    """snac2 answers 404 to every delete."""
    replay = Replay().add("GET", f"{POSTS}/own", status("own", 1, by=ME))
    with pytest.raises(Unsupported):
        await session(replay).perform(DoDeed(deed=Deed.DELETE, target="own"), "k", no_upload)


@pytest.mark.parametrize(
    ("deed", "path"),
    [
        (Deed.FAVOURITE, f"{POSTS}/x/favourite"),
        (Deed.UNFAVOURITE, f"{POSTS}/x/unfavourite"),
        (Deed.BOOST, f"{POSTS}/x/reblog"),
        (Deed.UNBOOST, f"{POSTS}/x/unreblog"),
        (Deed.MUTE, "/api/v1/accounts/x/mute"),
        (Deed.UNMUTE, "/api/v1/accounts/x/unmute"),
        (Deed.BLOCK, "/api/v1/accounts/x/block"),
        (Deed.UNBLOCK, "/api/v1/accounts/x/unblock"),
    ],
)
async def test_deeds_and_their_recordings(recordings: Recordings, deed: Deed, path: str) -> None:
    recorded = recordings.one("POST", path.replace("/x/", r"/\d+/"), status=200)
    outcome = await session(Replay().add("POST", path, recorded)).perform(DoDeed(deed=deed, target="x"), "k", no_upload)
    assert outcome.remote_id == "x"
    if deed is Deed.FAVOURITE:
        assert outcome.message is not None
        assert outcome.message.favourited
    if deed is Deed.BOOST:
        assert outcome.message is not None
        assert outcome.message.boosted


async def test_a_server_that_can_not_mute_says_so() -> None:
    """A deed on a person is not answered with "the message was deleted"."""
    with pytest.raises(Unsupported):
        await session(Replay()).perform(DoDeed(deed=Deed.MUTE, target="2"), "k", no_upload)


async def test_a_report_and_its_recording(recordings: Recordings) -> None:
    recorded = recordings.one("POST", "/api/v1/reports")
    replay = Replay().add("POST", "/api/v1/reports", recorded)
    command = ReportPerson(profile_id="2", message_ids=("a", "b"), comment="x" * 2000, category="spam", forward=True)
    assert (await session(replay).perform(command, "k", no_upload)).remote_id == recorded.json()["id"]
    form = replay.form(-1)
    assert [value for name, value in form if name == "status_ids[]"] == ["a", "b"]
    assert dict(form)["forward"] == "true"
    assert len(dict(form)["comment"]) == 1000


async def test_a_server_without_reports() -> None:
    with pytest.raises(Unsupported):
        await session(Replay()).perform(ReportPerson(profile_id="2"), "k", no_upload)


# -- files ------------------------------------------------------------------------------------------


class Uploads:
    """What was told to be uploaded."""

    def __init__(self) -> None:
        self.told: list[tuple[int, str]] = []

    async def __call__(self, index: int, remote_id: str) -> None:
        self.told.append((index, remote_id))


@pytest.fixture
def picture(tmp_path: Path) -> MediaFile:
    path = tmp_path / "copy.png"
    path.write_bytes(b"picture bytes")
    return MediaFile(path=str(path), mime="image/png", name="oak.png", description="an oak")


def with_files(*files: MediaFile) -> Command:
    return reply(media=files)


async def test_files_go_first_each_is_told_at_once_and_named_in_the_post(picture: MediaFile) -> None:
    replay = Replay().add("POST", "/api/v2/media", {"id": "m1"}, {"id": "m2"}).add("POST", POSTS, SENT)
    uploads = Uploads()
    await session(replay).perform(with_files(picture, picture), "k", uploads)
    assert uploads.told == [(0, "m1"), (1, "m2")]
    assert [value for name, value in replay.form(-1) if name == "media_ids[]"] == ["m1", "m2"]
    sent = next(one for one in replay.asked if one.url.path == "/api/v2/media").content
    assert b"picture bytes" in sent
    assert b'name="description"\r\n\r\nan oak' in sent
    assert b'filename="oak.png"' in sent
    assert b"Content-Type: image/png" in sent


async def test_a_file_that_is_there_already_is_not_uploaded_again(picture: MediaFile) -> None:
    """Fault 18."""
    there = MediaFile(path="/gone", mime="image/png", name="a", remote_id="m1")
    replay = Replay().add("GET", "/api/v1/media/m1", {"id": "m1"}).add("POST", POSTS, SENT)
    await session(replay).perform(with_files(there), "k", no_upload)
    assert not [one for one in replay.asked if one.method == "POST" and "media" in one.url.path]
    replay = Replay().add("POST", POSTS, SENT)  # a server that does not tell of it any more
    await session(replay).perform(with_files(there), "k", no_upload)
    assert ("media_ids[]", "m1") in replay.form(-1)


async def test_a_film_is_waited_for(picture: MediaFile, recordings: Recordings) -> None:
    accepted = recordings.one("POST", "/api/v2/media", status=202)
    done = recordings.one("GET", r"/api/v1/media/\d+")
    remote_id = accepted.json()["id"]
    replay = Replay().add("POST", "/api/v2/media", accepted)
    replay.add("GET", f"/api/v1/media/{remote_id}", httpx.Response(206, json={"id": remote_id}), done)
    async with Http(transport=replay.transport).client(SERVER) as client:
        uploads = Uploads()
        assert await Uploader(Api(client), pause=0.001).ids((picture,), uploads) == [remote_id]
    assert uploads.told == [(0, remote_id)]
    assert replay.paths()[-2:] == [f"GET /api/v1/media/{remote_id}"] * 2


async def test_an_older_server_has_the_older_address(picture: MediaFile) -> None:
    replay = Replay().add("POST", "/api/v1/media", {"id": "m1"}).add("POST", POSTS, SENT)
    uploads = Uploads()
    await session(replay).perform(with_files(picture), "k", uploads)
    assert uploads.told == [(0, "m1")]
    assert b"picture bytes" in next(one for one in replay.asked if one.url.path == "/api/v1/media").content


@pytest.mark.parametrize("answer", [httpx.Response(503, json={}), httpx.Response(200, content=b"{")])
async def test_a_failed_upload_is_never_a_message_that_may_have_been_sent(
    picture: MediaFile, answer: httpx.Response
) -> None:
    replay = Replay().add("POST", "/api/v2/media", answer)
    with pytest.raises(NotUploaded, match=r"oak\.png") as caught:
        await session(replay).perform(with_files(picture), "k", no_upload)
    assert not caught.value.maybe_done
    assert f"POST {POSTS}" not in replay.paths()


async def test_a_post_that_fails_after_its_upload_may_have_been_sent(picture: MediaFile) -> None:
    replay = Replay().add("POST", "/api/v2/media", {"id": "m1"}).add("POST", POSTS, httpx.Response(504))
    uploads = Uploads()
    with pytest.raises(ServerTrouble) as caught:
        await session(replay).perform(with_files(picture), "k", uploads)
    assert caught.value.maybe_done
    assert uploads.told == [(0, "m1")]


async def test_a_file_that_was_taken_away() -> None:
    gone = MediaFile(path="/nowhere/at/all.png", mime="image/png", name="all.png")
    with pytest.raises(InputError, match=r"all\.png"):
        await session(Replay()).perform(with_files(gone), "k", no_upload)
