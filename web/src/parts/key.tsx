import { useState } from 'react';
import { Field } from './pieces';
import { openKey, type OpenKey } from './sign';

/** Asks for the overseer's key file and its passphrase; both stay in this page. */
export function KeyField({ onOpen }: { onOpen: (key: OpenKey | null) => void }) {
  const [text, setText] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const open = async () => {
    try {
      const key = await openKey(text, passphrase);
      setSaid('The key is open in this page. It is sent nowhere.');
      onOpen(key);
    } catch (fault) {
      onOpen(null);
      setSaid(fault instanceof Error ? fault.message : 'The key cannot be opened.');
    }
  };
  return (
    <fieldset>
      <legend>Your key</legend>
      <Field label="Key file" hint="Made with sextant-verify key new, where the agency is not.">
        {(ids) => (
          <input {...ids} type="file" data-testid="key-file"
            onChange={(change) => void change.target.files?.[0]?.text().then(setText)} />
        )}
      </Field>
      <Field label="Passphrase">
        {(ids) => <input {...ids} type="password" autoComplete="off" value={passphrase} data-testid="key-passphrase" onChange={(change) => setPassphrase(change.target.value)} />}
      </Field>
      <button type="button" className="button small" disabled={text === '' || passphrase === ''} onClick={() => void open()} data-testid="open-key">Open the key</button>
      <p className="hint" role="status">{said}</p>
    </fieldset>
  );
}
