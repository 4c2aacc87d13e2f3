// Finds the statements that an earlier record of the same output made already.

#pragma once

#include <tsl/robin_set.h>

#include <string>
#include <vector>

#include "base/hash.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// A filter that sets `Quad::repeated`, and counts the statements that are not. Within one topic none must stand twice.
///
/// Only what several records can say is remembered (16 bytes a statement): statements about terms that last, and about
/// scoped nodes in one of the namespaces `shared`. What a record says of its own nodes cannot have been said before; nor can
/// what is said of a topic that is scoped.
class MarkRepeated : public QuadSink {
 public:
  MarkRepeated(QuadSink& target, std::vector<std::string> shared) : target_(target), shared_(std::move(shared)) {}

  void prefix(std::string_view name, std::string_view iri) override { target_.prefix(name, iri); }
  void begin(const Node* topic) override {
    topic_ = topic;
    target_.begin(topic);
  }
  void quad(const Quad& quad) override;
  void end() override { target_.end(); }
  void finish() override { target_.finish(); }

  /// Statements passed on that were not repeated.
  std::size_t distinct() const { return distinct_; }

 private:
  bool can_repeat(const Quad& quad) const;

  QuadSink& target_;
  std::vector<std::string> shared_;
  const Node* topic_ = nullptr;
  tsl::robin_set<Fingerprint, FingerprintHash> seen_;
  std::size_t distinct_ = 0;
};

}  // namespace musclekg
