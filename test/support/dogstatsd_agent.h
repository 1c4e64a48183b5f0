// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An agent as far as a client can see one: a socket on this machine that packets arrive at. For tests only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assay::test {

class DogstatsdAgent {
 public:
  static DogstatsdAgent udp();  ///< at a port that was free
  static DogstatsdAgent unixDatagram(const std::filesystem::path& path);
  static DogstatsdAgent unixStream(const std::filesystem::path& path);

  DogstatsdAgent(DogstatsdAgent&& from) noexcept;
  DogstatsdAgent& operator=(DogstatsdAgent&&) = delete;
  /// Goes: connections break, the path is free again.
  ~DogstatsdAgent();

  /// As --dogstatsd takes it.
  [[nodiscard]] const std::string& url() const { return url_; }

  /// All packets that have arrived since the last time; of a stream the frames, of which an unfinished one
  /// waits.
  std::vector<std::string> received();

 private:
  DogstatsdAgent(int socket, std::string url, std::filesystem::path path, bool isStream);
  void readStream();
  void dropUnfinished();
  [[nodiscard]] std::size_t wholeBytes() const;

  int socket_;
  std::string url_;
  std::filesystem::path path_;
  bool isStream_;
  int connection_ = -1;
  std::string bytes_;
};

}  // namespace assay::test
