#include "app/commands.h"

namespace musclekg {

namespace {

constexpr Command kCommands[] = {
    {"convert", "turn records of muscle facts into RDF linked to ontologies", declare_convert},
    {"schema", "print the JSON Schema of records", declare_schema},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace musclekg
