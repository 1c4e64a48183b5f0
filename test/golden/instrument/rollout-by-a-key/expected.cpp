#include <assay/inserted_experiment.h> // Whom a call is for stands in the tag: a parameter, or what is reached from one.
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
int rankFast(int user, const std::string& name) { ASSAY_INSERTED_ROLLOUT_BY(0x73377dc34f1e2b9d, "rankFast", 1000, 0x100ff63de8201802, "rank, replaced by rankFast", user, rank(ASSAY_INSERTED_PASS(user), ASSAY_INSERTED_PASS(name))); ASSAY_INSERTED_GUARD(0x73377dc34f1e2b9d, "rankFast"); ASSAY_INSERTED_SIZE(0x73377dc34f1e2b9d, name.size()); return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: rank, experiment: split, key: name, breaker: 3
int rankFaster(int user, const std::string& name) { ASSAY_INSERTED_ROLLOUT_BY(0xc8999eee8293b98b, "rankFaster", ASSAY_INSERTED_BREAKER(5000, 3, 0), 0xb9152f91f41e64db, "rank, replaced by rankFaster", name, rank(ASSAY_INSERTED_PASS(user), ASSAY_INSERTED_PASS(name))); ASSAY_INSERTED_GUARD(0xc8999eee8293b98b, "rankFaster"); ASSAY_INSERTED_SIZE(0xc8999eee8293b98b, name.size()); return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: serve, rollout: 10%, key: request.userId
int serveFast(const Request& request) { ASSAY_INSERTED_ROLLOUT_BY(0xce6729c8f549cae3, "serveFast", 1000, 0xeef362005e786e03, "serve, replaced by serveFast", request.userId, serve(ASSAY_INSERTED_PASS(request))); ASSAY_INSERTED_GUARD(0xce6729c8f549cae3, "serveFast"); return static_cast<int>(request.userId); }
// AI-generated: GPT-5, replaces: serve, experiment: shadow 10%, key: request.session->token()
int serveFaster(const Request& request) { ASSAY_INSERTED_SHADOW_BY(0xbfe62a0f679254e0, "serveFaster", 1000, 0xe8c12e2c8d5497b8, "serveFaster, in the shadow of serve", 100, request.session->token()); ASSAY_INSERTED_COMPARE_EITHER(0xe8c12e2c8d5497b8, 0x8e097573ef240a14, "serve, replaced by serveFaster", serveFaster(request), serve(ASSAY_INSERTED_PASS(request)), void(decltype(request))); ASSAY_INSERTED_GUARD(0xbfe62a0f679254e0, "serveFaster"); return static_cast<int>(request.userId); }
// AI-generated: GPT-5, replaces: store, rollout: 10%, key: region
void storeFast(Region region) { ASSAY_INSERTED_ROLLOUT_VOID_BY(0x6f16137d2e0c20fc, "storeFast", 1000, 0xbe4e015f27c31e2b, "store, replaced by storeFast", region, store(ASSAY_INSERTED_PASS(region))); ASSAY_INSERTED_GUARD(0x6f16137d2e0c20fc, "storeFast"); (void)region; }

struct Server {
  int get(int count) { return count + id_; }
  // AI-generated: GPT-5, replaces: get, rollout: 10%, key: this->id_
  int getFast(int count) { ASSAY_INSERTED_ROLLOUT_BY(0x385f2fb69930784d, "Server::getFast", 1000, 0xe73e4fa61d1393a7, "Server::get, replaced by Server::getFast", this->id_, get(ASSAY_INSERTED_PASS(count))); ASSAY_INSERTED_GUARD(0x385f2fb69930784d, "Server::getFast"); return id_ + count; }
  int id_ = 0;
};

// What is no key: nobody has such a parameter, a call has arguments, a structure is no number, and neither is a floating one.
// AI-generated: GPT-5, replaces: rank, rollout: 10%, key: nobody
int rankForNobody(int user, const std::string& name) { ASSAY_INSERTED_GUARD(0xf31f26d91e453bc5, "rankForNobody"); ASSAY_INSERTED_SIZE(0xf31f26d91e453bc5, name.size()); return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%, key: name.substr(1)
int rankByCall(int user, const std::string& name) { ASSAY_INSERTED_ROLLOUT(0x14d1b30c85ede11c, "rankByCall", 0, 0x8e1000487f8ff59e, "rank, replaced by rankByCall", rank(ASSAY_INSERTED_PASS(user), ASSAY_INSERTED_PASS(name))); ASSAY_INSERTED_GUARD(0x14d1b30c85ede11c, "rankByCall"); ASSAY_INSERTED_SIZE(0x14d1b30c85ede11c, name.size()); return static_cast<int>(name.size()) + user; }
// AI-generated: GPT-5, replaces: serve, rollout: 10%, key: request
int serveByAll(const Request& request) { ASSAY_INSERTED_GUARD(0x037e10db974be010, "serveByAll"); return static_cast<int>(request.userId); }
// AI-generated: GPT-5, key: NET-12
int ofNothing(int value) { ASSAY_INSERTED_GUARD(0x8b481da4b47eb967, "ofNothing"); return value; }

int main() {
  Request request{1, nullptr};
  Server server;
  storeFast(Region::North);
  return rankFast(1, "") + rankFaster(1, "") + serveFast(request) + serveFaster(request) + server.getFast(1) + rankForNobody(1, "") +
         rankByCall(1, "") + serveByAll(request) + ofNothing(0) - 8;
}
