// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Opened, judged and locked as the runtime does it, which shares no code with the tool but the layout.
#include "experiment/control_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <system_error>

#include "vocabulary/metrics.h"

namespace assay::experiment {
namespace {

using namespace vocabulary;
namespace fs = std::filesystem;

constexpr std::string_view kDefaultFolder = "/dev/shm/assay-";

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

std::string systemReason() {
  return std::generic_category().message(errno);
}

constexpr std::string_view kBeginAnew =
    "guarded programs call the old functions meanwhile; delete the file to begin anew";

std::unexpected<Error> cannot(const fs::path& path, std::string_view why, std::string_view hint) {
  return failAt({path.string(), 0, 0}, fmt::format("the control file cannot be used: {}", why),
                std::string(hint));
}

// Whose programs look for the file there: root changes it for them, and leaves it to them.
std::optional<struct stat> folderFacts(const fs::path& path) {
  struct stat facts = {};
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (stat(folder.c_str(), &facts) != 0) return std::nullopt;
  return facts;
}

bool isOurs(const struct stat& facts, const fs::path& path) {
  if (facts.st_uid == geteuid() || facts.st_uid == 0) return true;
  const auto folder = folderFacts(path);
  return geteuid() == 0 && folder && folder->st_uid == facts.st_uid;
}

// Of what root has just made: true unless it cannot be given away.
bool giveToOwnerOfFolder(int file, const fs::path& path) {
  if (geteuid() != 0) return true;
  const auto folder = folderFacts(path);
  return !folder || folder->st_uid == 0 || fchown(file, folder->st_uid, folder->st_gid) == 0;
}

// As the runtime judges it.
Expected<void> check(const struct stat& facts, const fs::path& path) {
  if (!S_ISREG(facts.st_mode)) return cannot(path, "it is no file", kBeginAnew);
  if (!isOurs(facts, path))
    return cannot(path, "it belongs to somebody else", "run this as its owner, whose programs read it");
  if ((facts.st_mode & (S_IWGRP | S_IWOTH)) != 0) return cannot(path, "others may write to it", kBeginAnew);
  return {};
}

struct FileImage {
  alignas(ControlHeader) unsigned char bytes[kLargestControlFile + 1];
  std::size_t count = 0;

  [[nodiscard]] const ControlHeader& header() const { return *reinterpret_cast<const ControlHeader*>(bytes); }
  [[nodiscard]] const ControlEntry* entries() const {
    return reinterpret_cast<const ControlEntry*>(bytes + sizeof(ControlHeader));
  }
};

bool readAll(int file, FileImage& image) {
  for (;;) {
    const ssize_t got = ::read(file, image.bytes + image.count, sizeof image.bytes - image.count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    image.count += static_cast<std::size_t>(got);
    if (image.count == sizeof image.bytes) return true;
  }
}

ControlledExperiment dataOf(const ControlEntry& entry) {
  ControlledExperiment data;
  data.id = entry.id;
  data.name.assign(entry.name, std::min<std::size_t>(entry.nameLength, sizeof entry.name));
  data.share = entry.share <= kWholeShare ? entry.share : 0;  // as the processes take it
  data.state = entry.state <= static_cast<std::uint32_t>(ControlState::Stopped)
                   ? static_cast<ControlState>(entry.state)
                   : ControlState::Stopped;
  data.salt = entry.salt;
  data.errorLimit = entry.errorLimit;
  data.stoppedBy = entry.stoppedBy;
  data.stoppedFor = entry.stoppedFor <= static_cast<std::uint32_t>(StopReason::Crash)
                        ? static_cast<StopReason>(entry.stoppedFor)
                        : StopReason::Errors;
  data.revision = entry.revision;
  return data;
}

ControlEntry entryOf(const ControlledExperiment& data) {
  ControlEntry entry = {};
  entry.id = data.id;
  entry.salt = data.salt;
  entry.revision = data.revision;
  entry.share = data.share;
  entry.state = static_cast<std::uint32_t>(data.state);
  entry.errorLimit = data.errorLimit;
  entry.stoppedBy = data.stoppedBy;
  entry.stoppedFor = static_cast<std::uint32_t>(data.stoppedFor);
  entry.nameLength = static_cast<std::uint32_t>(std::min(data.name.size(), sizeof entry.name));
  std::memcpy(entry.name, data.name.data(), entry.nameLength);
  return entry;
}

std::string bytesOf(const Experiments& experiments) {
  ControlHeader header = {};
  header.magic = kControlMagic;
  header.version = kControlVersion;
  header.headerBytes = sizeof(ControlHeader);
  header.entryBytes = sizeof(ControlEntry);
  header.entryCount = static_cast<std::uint32_t>(experiments.size());
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  for (const ControlledExperiment& data : experiments) {
    const ControlEntry entry = entryOf(data);
    bytes.append(reinterpret_cast<const char*>(&entry), sizeof entry);
  }
  const std::uint64_t checksum =
      controlChecksum(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::memcpy(bytes.data() + kControlChecksumOffset, &checksum, sizeof checksum);
  return bytes;
}

Expected<void> makeFolderOf(const fs::path& path) {
  const fs::path folder = path.parent_path();
  if (folder.empty() || mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return {};
  return fail(ErrorCode::Output, fmt::format("{}: {}", folder.string(), systemReason()));
}

Expected<void> wait(const Descriptor& lock, const fs::path& path) {
  if (lock.number() < 0)
    return fail(ErrorCode::Output,
                fmt::format("{}{}: {}", path.string(), kControlLockSuffix, systemReason()));
  while (flock(lock.number(), LOCK_EX) != 0)
    if (errno != EINTR) return fail(ErrorCode::Output, fmt::format("{}: {}", path.string(), systemReason()));
  return {};
}

bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(file) == 0;
}

// A file that was not there before: nothing that somebody else has put there is opened, let alone waited for.
int openFresh(const std::string& path) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const int file = open(path.c_str(), kFlags, 0600);
  if (file >= 0 || errno != EEXIST || unlink(path.c_str()) != 0) return file;
  return open(path.c_str(), kFlags, 0600);
}

// Never more open than it stays: guarded programs refuse a file that others may write to.
Expected<void> replace(const fs::path& path, std::string_view bytes) {
  const std::string fresh = fmt::format("{}.{}", path.string(), getpid());
  {
    const Descriptor file(openFresh(fresh));
    if (file.number() >= 0 && fchmod(file.number(), 0600) == 0 && giveToOwnerOfFolder(file.number(), path) &&
        writeAll(file.number(), bytes) && rename(fresh.c_str(), path.c_str()) == 0)
      return {};
  }
  const std::string reason = systemReason();
  unlink(fresh.c_str());
  return fail(ErrorCode::Output, fmt::format("{}: {}", path.string(), reason));
}

}  // namespace

fs::path defaultControlFile() {
  const auto chosen = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
  };
  if (std::string control = chosen(kEnvControl); !control.empty()) return control;
  const std::string folder = chosen(kEnvFolder);
  return fs::path(folder.empty() ? fmt::format("{}{}", kDefaultFolder, geteuid()) : folder) / kControlFile;
}

Expected<Experiments> readControlFile(const fs::path& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0 && (errno == ENOENT || errno == ENOTDIR)) return Experiments{};
  if (file.number() < 0) return cannot(path, systemReason(), kBeginAnew);
  struct stat facts = {};
  if (fstat(file.number(), &facts) != 0) return cannot(path, systemReason(), kBeginAnew);
  ASSAY_TRY_VOID(check(facts, path));
  FileImage image;
  if (!readAll(file.number(), image)) return cannot(path, systemReason(), kBeginAnew);
  if (const char* problem = controlProblem(image.bytes, image.count))
    return cannot(path, problem, kBeginAnew);
  Experiments experiments;
  for (std::uint32_t i = 0; i < image.header().entryCount; ++i)
    experiments.push_back(dataOf(image.entries()[i]));
  std::ranges::sort(experiments, {}, &ControlledExperiment::id);
  return experiments;
}

Expected<void> changeControlFile(const fs::path& path,
                                 const std::function<Expected<void>(Experiments&)>& change,
                                 const std::function<Expected<void>()>& afterwards) {
  ASSAY_TRY_VOID(makeFolderOf(path));
  const std::string lockPath = path.string() + kControlLockSuffix;
  const Descriptor lock(open(lockPath.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
  ASSAY_TRY_VOID(wait(lock, path));
  giveToOwnerOfFolder(lock.number(), path);  // else only root could change the file from now on
  ASSAY_TRY(Experiments experiments, readControlFile(path));
  ASSAY_TRY_VOID(change(experiments));
  if (experiments.size() > kMaxExperiments)
    return fail(ErrorCode::Usage, fmt::format("a control file has room for {} experiments", kMaxExperiments));
  std::ranges::sort(experiments, {}, &ControlledExperiment::id);
  ASSAY_TRY_VOID(replace(path, bytesOf(experiments)));
  return afterwards();
}

ControlledExperiment& experimentWith(std::uint64_t id, Experiments& experiments) {
  const auto known = std::ranges::find(experiments, id, &ControlledExperiment::id);
  if (known != experiments.end()) return *known;
  return experiments.emplace_back(ControlledExperiment{.id = id});
}

}  // namespace assay::experiment
