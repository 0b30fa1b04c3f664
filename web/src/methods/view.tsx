import { useState } from 'react';
import type { MethodView } from '../api/contract';
import { useWorkspace } from '../frame/workspace';
import { word } from '../language/say';
import { useDeed, useLoad } from '../parts/load';
import { DigestText, Facts, FaultPanel, PageHead, ReasonDialog, Tag, Time, Waiting } from '../parts/pieces';
import { mayPropose, standing, toSign } from './state';

type Asked = { method: MethodView; sign: string | null };

/** The machine's methods: their cards, how they stand, and the way to approve a changed one. */
export function MethodsPage() {
  const w = useWorkspace();
  const methods = useLoad('methods', () => w.api.methods());
  const [asked, setAsked] = useState<Asked | null>(null);
  const deed = useDeed();
  const say = (text: string) => {
    if (!asked) return;
    void deed.run(
      async () => {
        if (asked.sign) await w.api.approveMethod(asked.sign, text);
        else await w.api.proposeMethod(asked.method.id, text);
      },
      () => { setAsked(null); methods.reload(); },
    );
  };
  return (
    <>
      <PageHead title="Methods of the machine" lead="A method works only as it was approved. Its fingerprint covers its version, its parameters and what it answers to a fixed input: if any of them changes, it is disabled." />
      <FaultPanel fault={methods.fault} onRetry={methods.reload} />
      {!methods.value && !methods.fault && <Waiting what="Fetching the cards…" />}
      {methods.value?.map((method) => {
        const state = standing(method);
        const sign = toSign(method, w.actor.roles, w.actor.name);
        return (
          <section key={method.id} className="card" aria-label={`${word(method.title)}, ${method.id}`} data-testid={`method-${method.id}`}>
            <h2>{word(method.title)} <span className="muted small">{method.id}</span> <Tag tone={state.tone}>{state.words}</Tag></h2>
            <Facts of={[
              ['For', word(method.purpose)],
              ['Not for', <ul key="f">{method.forbidden.map((use) => <li key={use}>{word(use)}</li>)}</ul>],
              ['Works on', word(method.data)],
              ['Limits', word(method.limits)],
              ['Evaluated', word(method.evaluation)],
              ['Owner', word(method.owner)],
              ['Card expires', <Time key="e" at={method.expires} />],
              ['Version', method.version ?? '–'],
              ['Fingerprint', method.fingerprint ? <DigestText key="d" hex={method.fingerprint} /> : '–'],
            ]} />
            {method.proposals.length > 0 && (
              <details>
                <summary>Versions that were put forward</summary>
                {method.proposals.map((one) => (
                  <Facts key={one.id} of={[
                    ['Fingerprint', <DigestText key="d" hex={one.fingerprint} />],
                    ['Put forward', <span key="b">{one.by ?? 'adopted at its first use'}, <Time at={one.at} /></span>],
                    ['Signed by', one.approvers.length > 0 ? one.approvers.join(', ') : one.by === null ? 'its publisher' : 'nobody yet'],
                    ['Evaluation', word(one.evaluation)],
                    ['Holds until', <Time key="u" at={one.expires} />],
                  ]} />
                ))}
              </details>
            )}
            <div className="buttons">
              {mayPropose(method, w.actor.roles) && method.state !== 'APPROVED' && (
                <button type="button" className="button" onClick={() => setAsked({ method, sign: null })}>Put this version forward</button>
              )}
              {sign && <button type="button" className="button" onClick={() => setAsked({ method, sign })}>Sign for this version</button>}
            </div>
          </section>
        );
      })}
      {asked && (
        <ReasonDialog
          title={asked.sign ? 'Sign for this version' : 'Put this version forward'}
          question={asked.sign ? 'Why may it be used?' : 'What was tried, on what, and what came out?'}
          verb={asked.sign ? 'Sign' : 'Put forward'}
          minimum={asked.sign ? 10 : 40}
          busy={deed.busy}
          fault={deed.fault}
          onClose={() => setAsked(null)}
          onSay={say}
        />
      )}
    </>
  );
}
