// Reads shapes, one after the other, out of a graph.

#pragma once

#include <tsl/robin_map.h>

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/constraints_shape.h"
#include "check/instances.h"
#include "check/shapes.h"

namespace musclekg {

/// Fills `shapes` with the shapes of a graph: what is declared to be one, has a target or a parameter of a constraint, or is the value of a
/// parameter that wants a shape (SHACL, section 2.1).
class ShapeReader {
 public:
  ShapeReader(const Graph& graph, NodeTable& nodes, std::string_view file, Diagnostics& diagnostics, std::deque<ShaclShape>& shapes);

  void read();

  /// Reports that a shape is ill-formed.
  void fault(const Node* shape, std::string text);

 private:
  /// A parameter of a constraint component (SHACL, section 4).
  struct Parameter {
    std::string_view name;       ///< without sh:
    std::string_view component;  ///< what stands before ConstraintComponent
    bool on_paths_only;          ///< not for node shapes
    bool once;                   ///< at most one value
    void (ShapeReader::*read)(ShaclShape& shape, const Parameter& parameter, const Node* value);
  };

  static std::span<const Parameter> parameters();
  static const Parameter* parameter_named(const Node* predicate);

  void find();
  void read_shape(ShaclShape& shape);
  void read_path(ShaclShape& shape, bool declared_property, bool declared_node);
  void read_targets(ShaclShape& shape);
  void read_target(ShaclShape& shape, const Quad& quad);
  void read_messages(ShaclShape& shape);
  void read_severity(ShaclShape& shape);
  void read_constraints(ShaclShape& shape);
  bool may_stand(const ShaclShape& shape, const Parameter& parameter, const Node* predicate);
  void warn_unknown(const ShaclShape& shape, const Node* predicate);

  void read_class(ShaclShape&, const Parameter&, const Node* value);
  void read_datatype(ShaclShape&, const Parameter&, const Node* value);
  void read_node_kind(ShaclShape&, const Parameter&, const Node* value);
  void read_count(ShaclShape&, const Parameter&, const Node* value);
  void read_range(ShaclShape&, const Parameter&, const Node* value);
  void read_length(ShaclShape&, const Parameter&, const Node* value);
  void read_pattern(ShaclShape&, const Parameter&, const Node* value);
  void read_languages(ShaclShape&, const Parameter&, const Node* value);
  void read_unique_lang(ShaclShape&, const Parameter&, const Node* value);
  void read_pair(ShaclShape&, const Parameter&, const Node* value);
  void read_shape_value(ShaclShape&, const Parameter&, const Node* value);
  void read_connective(ShaclShape&, const Parameter&, const Node* value);
  void read_property(ShaclShape&, const Parameter&, const Node* value);
  void read_qualified(ShaclShape&, const Parameter&, const Node* value);
  void read_qualified_count(ShaclShape&, ShapeReference, const std::vector<ShapeNumber>& siblings, bool at_least);
  void read_closed(ShaclShape&, const Parameter&, const Node* value);
  void read_has_value(ShaclShape&, const Parameter&, const Node* value);
  void read_in(ShaclShape&, const Parameter&, const Node* value);
  void read_companion(ShaclShape&, const Parameter&, const Node*) {}  ///< is read with the parameter it goes with

  std::vector<ShapeNumber> siblings_of(const Node* shape, const Node* qualified);
  void add(ShaclShape& shape, std::string_view component, std::unique_ptr<Constraint> constraint);

  /// The shape that `node` is; it is read later.
  ShapeReference shape_of(const Node* node);

  const Node* object(const ShaclShape& shape, std::string_view predicate) const;
  std::size_t count(const ShaclShape& shape, std::string_view predicate) const;
  std::optional<std::uint64_t> number(const ShaclShape& shape, std::string_view name, const Node* value);
  bool is_true(const ShaclShape& shape, std::string_view name, const Node* value);
  bool is_iri(const ShaclShape& shape, std::string_view name, const Node* value);
  std::optional<std::vector<const Node*>> list(const ShaclShape& shape, std::string_view name, const Node* value);
  void warn(const Node* shape, std::string text);
  std::string name_of(const Node* shape) const;

  const Graph& graph_;
  NodeTable& nodes_;
  std::string_view file_;
  Diagnostics& diagnostics_;
  std::deque<ShaclShape>& shapes_;
  Instances instances_;
  Wording wording_;
  tsl::robin_map<const Node*, ShapeNumber> numbers_;
  std::size_t cells_left_;  ///< of lists, that may be read: lists that share their ends are not read without limit
};

}  // namespace musclekg
