/* Server-sent messages read by hand: the browser's own EventSource cannot name the permit. */

export interface ServerMessage {
  name: string;
  data: string;
  /** Where one would go on from after it; absent where the server gave none. */
  id?: string;
}

/** Takes what has arrived so far; gives the whole messages and what is left of an unfinished one. */
export function takeMessages(buffer: string): { messages: ServerMessage[]; rest: string } {
  const messages: ServerMessage[] = [];
  const blocks = buffer.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  for (const block of blocks) {
    let name = 'message';
    let id: string | null = null;
    const data: string[] = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) name = line.slice(6).trim();
      else if (line.startsWith('id:')) id = line.slice(3).trim();
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    if (data.length > 0) messages.push({ name, data: data.join('\n'), ...(id === null ? {} : { id }) });
  }
  return { messages, rest };
}

/** Reads a stream to its end, handing over each message. */
export async function readMessages(
  stream: ReadableStream<Uint8Array>,
  onMessage: (message: ServerMessage) => void,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    buffer += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const taken = takeMessages(done ? buffer + '\n\n' : buffer);
    taken.messages.forEach(onMessage);
    buffer = taken.rest;
    if (done) return;
  }
}
