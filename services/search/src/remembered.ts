/**
 * Answers that were given since the last change of what they were made from, the least recently asked
 * for leave first. Nothing is ever answered from before a change.
 */
export const createRemembered = <Answer>(versionOf: () => number, answersMax = 300) => {
  const answers = new Map<string, Answer>();
  let version = versionOf();
  return (question: string, make: () => Answer): Answer => {
    if (version !== versionOf()) {
      answers.clear();
      version = versionOf();
    }
    const known = answers.get(question);
    const answer = known ?? make();
    answers.delete(question);
    answers.set(question, answer);
    const [oldest] = answers.keys();
    if (answers.size > answersMax && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
};
