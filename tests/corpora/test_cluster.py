"""A cluster of Dask with two workers, started here."""

from __future__ import annotations

import os

import pytest

import argmap
from tests.corpora import work

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("dask")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=str(folder)
    )
    with cluster, distributed.Client(cluster) as client:
        yield client


def test_a_cluster_gives_what_one_process_gives(write, client) -> None:
    corpus = argmap.corpus(write(120))
    results = list(corpus.map(work.claims, executor=client.get_executor()))
    assert results == list(corpus.map(work.claims))
    assert len(results) == 120


def test_both_workers_work_and_this_process_does_not(write, client) -> None:
    results = argmap.corpus(write(60)).map(work.process, executor=client.get_executor(), jobs=2)
    found = {result.value for result in results}
    assert len(found) == 2
    assert os.getpid() not in found


def test_the_same_work_twice_is_done_twice(write, client) -> None:
    folder = write(1)
    corpus = argmap.corpus(folder)
    before = [result.value for result in corpus.map(work.claims, executor=client.get_executor())]
    (folder / "000.argdown").write_text("[A]: one\n\n[B]: two\n")
    after = [result.value for result in corpus.map(work.claims, executor=client.get_executor())]
    assert (before, after) == ([1], [2])


def test_bad_files_and_functions_that_raise(write, client) -> None:
    folder = write(9)
    (folder / "bad.json").write_text("[1]")
    results = list(argmap.corpus(folder).map(work.raise_at_odd, executor=client.get_executor()))
    assert [result.error is None for result in results] == [True, False] * 4 + [True, False]


def test_left_early_nothing_is_left_to_do(write, client) -> None:
    results = argmap.corpus(write(200)).map(work.process, executor=client.get_executor(), jobs=2)
    next(results)
    results.close()
    assert client.submit(os.getpid, pure=False).result(timeout=30) != os.getpid()
