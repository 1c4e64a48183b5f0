// Whom a call is for stands in the tag: a parameter, or what is reached from one.
#include <string>

struct Session {
  const char* token() const { return "token"; }
};
struct Request {
  unsigned long userId;
  const Session* session;
};
enum class Region { North, South };

int rank(int user, const std::string& name) { return user + static_cast<int>(name.size()); }
int serve(const Request& request) { return static_cast<int>(request.userId); }
void store(Region) {}

// AI-generated: GPT-5, replaces: rank, rollout: 10%, key: user
int rankFast(int user, const std::string& name) { return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: rank, experiment: split, key: name, breaker: 3
int rankFaster(int user, const std::string& name) { return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: serve, rollout: 10%, key: request.userId
int serveFast(const Request& request) { return static_cast<int>(request.userId); }
// AI-generated: GPT-5, replaces: serve, experiment: shadow 10%, key: request.session->token()
int serveFaster(const Request& request) { return static_cast<int>(request.userId); }
// AI-generated: GPT-5, replaces: store, rollout: 10%, key: region
void storeFast(Region region) { (void)region; }

struct Server {
  int get(int count) { return count + id_; }
  // AI-generated: GPT-5, replaces: get, rollout: 10%, key: this->id_
  int getFast(int count) { return id_ + count; }
  int id_ = 0;
};

// What is no key: nobody has such a parameter, a call has arguments, a structure is no number, and neither is a floating one.
// AI-generated: GPT-5, replaces: rank, rollout: 10%, key: nobody
int rankForNobody(int user, const std::string& name) { return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%, key: name.substr(1)
int rankByCall(int user, const std::string& name) { return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: serve, rollout: 10%, key: request
int serveByAll(const Request& request) { return static_cast<int>(request.userId); }
// AI-generated: GPT-5, key: NET-12
int ofNothing(int value) { return value; }

int main() {
  Request request{1, nullptr};
  Server server;
  storeFast(Region::North);
  return rankFast(1, "") + rankFaster(1, "") + serveFast(request) + serveFaster(request) + server.getFast(1) + rankForNobody(1, "") +
         rankByCall(1, "") + serveByAll(request) + ofNothing(0) - 8;
}
