// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/live_terminal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace assay::tool {
namespace {

// Alternate screen, no cursor, no automatic wrapping; and back.
constexpr std::string_view kEnter = "\033[?1049h\033[?25l\033[?7l\033[2J";
constexpr std::string_view kLeave = "\033[?7h\033[?25h\033[?1049l";
constexpr std::size_t kDefaultRows = 24;

constexpr std::pair<std::string_view, InputKind> kSequences[] = {
    {"\033[A", InputKind::Up},   {"\033OA", InputKind::Up},      {"\033[B", InputKind::Down},
    {"\033OB", InputKind::Down}, {"\033[5~", InputKind::PageUp}, {"\033[6~", InputKind::PageDown},
};

bool writeAll(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

sigset_t watchedSignals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT})
    ::sigaddset(&set, signal);
  return set;
}

// ESC [ parameters final byte, ESC O byte, or ESC alone.
std::size_t sequenceLength(std::string_view bytes) {
  if (bytes.size() < 2 || (bytes[1] != '[' && bytes[1] != 'O')) return 1;
  if (bytes[1] == 'O') return std::min<std::size_t>(3, bytes.size());
  std::size_t length = 2;
  while (length < bytes.size() && bytes[length] >= 0x20 && bytes[length] < 0x40) ++length;
  return std::min(length + 1, bytes.size());
}

}  // namespace

std::vector<Input> inputsOf(std::string_view bytes) {
  std::vector<Input> inputs;
  while (!bytes.empty()) {
    std::size_t length = 1;
    if (bytes == "\033") {
      inputs.push_back({InputKind::Escape});
    } else if (bytes.front() == '\033') {
      length = sequenceLength(bytes);
      for (const auto& [sequence, kind] : kSequences)
        if (bytes.substr(0, length) == sequence) inputs.push_back({kind});
    } else {
      inputs.push_back({InputKind::Key, bytes.front()});
    }
    bytes.remove_prefix(length);
  }
  return inputs;
}

LiveTerminal::LiveTerminal() {
  const sigset_t watched = watchedSignals();
  ::sigprocmask(SIG_BLOCK, &watched, &oldSignals_);
  signals_ = ::signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
  keys_ = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &oldModes_) == 0;
  enter();
}

LiveTerminal::~LiveTerminal() {
  leave();
  if (signals_ >= 0) ::close(signals_);
  ::sigprocmask(SIG_SETMASK, &oldSignals_, nullptr);
}

void LiveTerminal::enter() {
  if (keys_) {
    termios modes = oldModes_;
    modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);  // ISIG stays: Ctrl-C and Ctrl-Z are signals
    modes.c_cc[VMIN] = 0;
    modes.c_cc[VTIME] = 0;
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  }
  writeAll(kEnter);
}

void LiveTerminal::leave() const {
  writeAll(kLeave);
  if (keys_) ::tcsetattr(STDIN_FILENO, TCSADRAIN, &oldModes_);
}

void LiveTerminal::suspend() {
  leave();
  sigset_t stop;
  ::sigemptyset(&stop);
  ::sigaddset(&stop, SIGTSTP);
  ::raise(SIGTSTP);
  ::sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // stops here, goes on with SIGCONT
  ::sigprocmask(SIG_BLOCK, &stop, nullptr);
  enter();
}

std::vector<Input> LiveTerminal::wait(std::chrono::milliseconds longest) {
  pollfd sources[] = {{signals_, POLLIN, 0}, {keys_ ? STDIN_FILENO : -1, POLLIN, 0}};
  const auto timeout = static_cast<int>(std::max<std::chrono::milliseconds::rep>(longest.count(), 0));
  if (::poll(sources, 2, timeout) < 0)
    return errno == EINTR ? std::vector<Input>{} : std::vector{Input{InputKind::Quit}};
  std::vector<Input> inputs;
  if (sources[0].revents != 0) inputs = readSignals();
  if (sources[1].revents != 0) {
    const std::vector<Input> keys = readKeys();
    inputs.insert(inputs.end(), keys.begin(), keys.end());
  }
  return inputs;
}

std::vector<Input> LiveTerminal::readKeys() {
  char buffer[64];
  const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
  if (count > 0) return inputsOf({buffer, static_cast<std::size_t>(count)});
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return {};
  return {{InputKind::Quit}};  // readable and empty: the terminal has hung up
}

std::vector<Input> LiveTerminal::readSignals() {
  std::vector<Input> inputs;
  signalfd_siginfo info{};
  while (::read(signals_, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
    switch (static_cast<int>(info.ssi_signo)) {
      case SIGWINCH: break;
      case SIGCONT: enter(); break;
      case SIGTSTP: suspend(); break;
      default: inputs.push_back({InputKind::Quit});
    }
    inputs.push_back({InputKind::Redraw});
  }
  return inputs;
}

std::size_t LiveTerminal::rows() const {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : kDefaultRows;
}

bool LiveTerminal::show(const std::vector<std::string>& lines) const {
  std::string frame = "\033[H";
  for (const std::string& line : lines) {
    if (&line != &lines.front()) frame += "\r\n";
    frame += "\033[K" + line;  // cleared first: after a full line the cursor stands on its last character
  }
  if (lines.size() < rows()) frame += "\r\n\033[J";
  return writeAll(frame);
}

}  // namespace assay::tool
