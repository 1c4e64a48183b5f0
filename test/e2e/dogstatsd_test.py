# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`assay serve --dogstatsd`: what arrives at agents by UDP, Unix datagrams and Unix streams is what the programs called, whatever comes and
goes meanwhile: programs, the server, the agent.

usage: dogstatsd_test.py BUILD-FOLDER [unittest options]
"""
import pathlib
import re
import sys
import unittest

from counting_program import CountingProgram
from dogstatsd_agents import Agent
from waiting import wait_for

CountingProgram.build = pathlib.Path(sys.argv[1]).resolve()


class Dogstatsd(CountingProgram):
    def agent(self, kind, name="dsd.socket"):
        agent = Agent(kind, None if kind == "udp" else self.folder / name)
        self.addCleanup(agent.close)
        return agent

    def expect(self, agent, calls):
        """By now, or soon: the agent reads on its own thread."""
        errors = calls // 10
        wanted = {("calls", "often"): calls, ("success", "often"): calls, ("execution_time", "often"): calls, ("calls", "fails"): calls,
                  ("success", "fails"): calls - errors, ("error", "fails"): errors, ("execution_time", "fails"): calls}
        wait_for(lambda: all(agent.count(*key) >= count for key, count in wanted.items()) or None, f"{wanted} of {agent.totals}", 20)
        self.assertEqual({key: agent.count(*key) for key in wanted}, wanted)

    def test_all_calls_arrive(self):
        for kind, limit in (("udp", 1432), ("datagram", 8192), ("stream", 8192)):
            with self.subTest(kind):
                agent = self.agent(kind, kind)
                serve = self.serve("--dogstatsd", agent.url)
                self.run_program(3000)
                self.run_program(2000, "killed")
                self.assertEqual(self.end(serve), "")
                self.expect(agent, 5000)
                self.assertLessEqual(max(map(len, agent.packets)), limit)
                self.assertLess(len(agent.packets), 40, "far fewer than calls")

    def test_a_server_that_is_started_again_sends_nothing_twice(self):
        agent = self.agent("datagram")
        self.run_program(1000)  # before there was a server
        for calls in (20, 300):
            self.run_program(calls)
            serve = self.serve("--dogstatsd", agent.url, history="history.db")
            self.run_program(4000)
            self.end(serve)
        self.expect(agent, 4000 + 300 + 4000)
        for segment in self.segments.iterdir():
            segment.unlink()
        self.end(self.serve("--dogstatsd", agent.url, history="history.db"))
        self.expect(agent, 8300)

    def test_agents_that_come_and_go(self):
        """One is not there at first, one is started again; both are to be seen when the server's clock has struck."""
        self.segments.mkdir()
        steady = self.agent("stream", "steady")
        late = self.serve("--dogstatsd", f"unix://{self.folder}/late")
        served = self.serve("--dogstatsd", steady.url)
        self.run_program(700)
        wait_for(lambda: steady.count("calls", "often") == 700, "a flush", 30)
        self.assertIn("assay-serve-001", late.stderr.readline())
        self.assertIn('ai_code_dogstatsd_packets_total{state="sent"} 0\n', self.metrics(late))
        self.assertRegex(self.metrics(served), r'ai_code_dogstatsd_messages_total\{state="sent"\} [1-9]')
        self.expect(steady, 700)
        steady.close()
        again, came = self.agent("stream", "steady"), self.agent("datagram", "late")
        self.run_program(50)
        self.end(served)
        self.end(late)
        self.expect(came, 750)
        self.expect(again, 750 - 700)

    def test_what_the_environment_says(self):
        agent = self.agent("datagram")
        serve = self.serve("--dogstatsd", "auto", "--dogstatsd-type", "histogram", DD_DOGSTATSD_URL=agent.url, DD_ENV="prod", DD_SERVICE="ledger",
                           DD_VERSION="1|2", DD_TAGS="team:a,env:other")
        self.run_program(40)
        self.end(serve)
        self.expect(agent, 40)
        for line in b"\n".join(agent.packets).decode().split("\n"):
            self.assertRegex(line, r"^[a-z_.]+:[0-9.:]+\|[ch]\|(@[0-9.]+\|)?#function:[a-z]+,id:0x[0-9a-f]{16},ai_source:unknown,(kind:[a-z()]+,)?"
                                   r"env:prod,service:ledger,version:1_2,team:a$")
        self.assertTrue(any(re.search(r"\|h\|", packet.decode()) for packet in agent.packets))

    def test_what_cannot_be(self):
        for options, words in ((["--dogstatsd", "here"], "unixstream://PATH"), (["--dogstatsd", "udp://256.0.0.1.invalid"], "has no address"),
                               (["--dogstatsd", "auto", "--dogstatsd-type", "gauge"], "distribution or histogram")):
            done = self.assay("serve", *options)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
