// Waiting for a condition, never for a time.

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 50;

// Asks until the answer is truthy, and gives it back. Throws with `what` after 20 s; an error of the
// last question is in the message.
export async function until(what, question, patience_ms = PATIENCE_MS) {
  const end = Date.now() + patience_ms;
  let last = null;
  while (Date.now() < end) {
    try {
      const answer = await question();
      if (answer) return answer;
      last = `last answer: ${answer}`;
    } catch (error) {
      last = error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error(`waited in vain: ${what} (${last})`);
}
