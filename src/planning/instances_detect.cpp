#include "tradewind/planning/instances.h"

namespace tradewind::planning {
namespace {

template <class T>
Result<Instance> as_instance(Result<T> read) {
  if (!read) return tl::unexpected(read.error());
  return Instance(std::move(*read));
}

/// Bare numbers: either format has to account for every number of the text, so that the wrong one hardly ever fits.
Result<Instance> read_numbers(std::string_view text) {
  if (Result<MakespanProblem> project = read_patterson(text)) return Instance(std::move(*project));
  return as_instance(read_mknap(text));
}

Result<Instance> read_by_content(std::string_view text) {
  for (const std::string_view sign : {"PRECEDENCE RELATIONS", "REQUESTS/DURATIONS", "supersource/sink"})
    if (text.find(sign) != std::string_view::npos) return as_instance(read_psplib(text));
  return read_numbers(text);
}

}  // namespace

Result<Instance> read_instance(std::string_view text, InstanceFormat format) {
  switch (format) {
    case InstanceFormat::psplib:
      return as_instance(read_psplib(text));
    case InstanceFormat::patterson:
      return as_instance(read_patterson(text));
    case InstanceFormat::mknap:
      return as_instance(read_mknap(text));
    case InstanceFormat::automatic:
      break;
  }
  return read_by_content(text);
}

}  // namespace tradewind::planning
