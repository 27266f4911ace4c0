// Spans of what the API does, for whatever OpenTelemetry the process has set up: without one they cost nothing and go
// nowhere. A span says which procedure and how it ended, never what it was given: no input, no error message.
import { SpanStatusCode, trace } from "@opentelemetry/api";

/** Runs something within a span of its own; `isFault` says of its answer whether it failed. */
export function inSpan<T>(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { run, isFault }: { readonly run: () => Promise<T>; readonly isFault: (answer: T) => boolean },
): Promise<T> {
  return trace.getTracer("jumelage").startActiveSpan(name, { attributes }, async (span) => {
    let failed = true;
    try {
      const answer = await run();
      failed = isFault(answer);
      return answer;
    } finally {
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
}
