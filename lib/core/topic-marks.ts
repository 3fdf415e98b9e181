/** Phrases to mark on a page, as they are written there: those that name its main topics, and those that name others. */
export interface TopicMarks {
  main: string[];
  other: string[];
}
