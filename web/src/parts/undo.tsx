/* Taking back what was done, and doing it again: each a new act, with what would become of it shown first. */
import { useEffect, useState } from 'react';
import type { PreviewView } from '../api/contract';
import { STAYS, type Deed, type Way } from '../frame/deeds';
import { useWorkspace } from '../frame/workspace';
import { useDeed } from './load';
import { Dialog, ReasonDialog } from './pieces';
import { Preview } from './preview';

const KINDS: Record<'SAME' | 'DIFFERENT' | 'UNSURE', string> = { SAME: 'Judge the same again', DIFFERENT: 'Judge different again', UNSURE: 'Judge unsure again' };

/** Takes back a deed that stands, or does one again that was taken back. */
export function UndoDialog(props: { deed: Deed; onClose: () => void; onDone: () => void }) {
  const { how } = props.deed;
  return how.way === 'none' ? <StaysDialog deed={props.deed} onClose={props.onClose} onDone={props.onDone} /> : <WayDialog how={how} undone={props.deed.undone} onClose={props.onClose} onDone={props.onDone} />;
}

type Undoable = Exclude<Way, { way: 'none' }>;

const UNDO: Record<Undoable['way'], { title: string; question: string; verb: string }> = {
  judgement: { title: 'Undo: withdraw the judgement', question: 'Why does it no longer stand?', verb: 'Withdraw' },
  lead: { title: 'Undo: take back the leading account', question: 'Why shall it lead no longer?', verb: 'Take back' },
  view: { title: 'Undo: withdraw the published view', question: 'Why shall the team see it no longer?', verb: 'Withdraw' },
};

const REDO: Record<Undoable['way'], { title: string; question: string; verb: string }> = {
  judgement: { title: 'Redo: judge anew', question: 'Why does it hold after all? This is a new judgement.', verb: 'Judge again' },
  lead: { title: 'Redo: let the account lead again', question: 'Why shall it lead after all?', verb: 'Let it lead' },
  view: { title: 'Redo: publish the view again', question: 'Why shall the team see it after all?', verb: 'Publish again' },
};

function WayDialog({ how, undone, onClose, onDone }: { how: Undoable; undone: boolean; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  const work = useDeed();
  const look = useDeed();
  const [preview, setPreview] = useState<PreviewView | null>(null);
  const judgement = how.way === 'judgement' ? how : null;
  useEffect(() => {
    if (judgement) void look.run(() => (undone ? w.api.previewJudging(judgement.a, judgement.b, judgement.verdict) : w.api.previewWithdrawing(judgement.judgement)), setPreview);
    // Asked once, as it opens: what is shown is what one decides on.
  }, []); // eslint-disable-line react-hooks/exhaustive-deps
  const words = (undone ? REDO : UNDO)[how.way];
  const undo = async (reason: string): Promise<void> => {
    if (how.way === 'judgement') await w.api.withdrawJudgement(how.judgement, reason);
    else if (how.way === 'lead') await w.api.withdrawLead(how.lead, reason);
    else await w.api.withdrawView(how.view, how.version, reason);
  };
  const redo = async (reason: string): Promise<void> => {
    if (how.way === 'judgement') await w.api.judge(how.a, how.b, how.verdict, reason);
    else if (how.way === 'lead') await w.api.chooseLead(how.account, reason);
    else {
      const draft = await w.api.keepView({ name: how.name, view: how.state, draftOf: how.view, base: how.version });
      await w.api.publishView(draft.id);
    }
  };
  return (
    <ReasonDialog wide={judgement !== null} title={judgement && undone ? KINDS[judgement.verdict] : words.title} question={words.question} verb={words.verb} danger={!undone}
      busy={work.busy} fault={work.fault ?? look.fault} start={undone && how.way !== 'view' ? how.reason : ''} onClose={onClose}
      onSay={(reason) => void work.run(() => (undone ? redo(reason) : undo(reason)), onDone)}>
      {judgement && <Preview of={preview} act={undone ? 'This judgement' : 'Withdrawing it'} />}
      <p className="hint">{undone ? 'What was taken back stays in the record, and this is an act of its own beside it.' : 'What was done stays in the record, and taking it back is an act of its own beside it.'}</p>
    </ReasonDialog>
  );
}

/** Why a deed stays done, and what there is instead. */
function StaysDialog({ deed, onClose, onDone }: { deed: Deed; onClose: () => void; onDone: () => void }) {
  const w = useWorkspace();
  if (deed.how.way !== 'none') return null;
  const stays = STAYS[deed.how.law];
  return (
    <Dialog title="This stays done" onClose={onClose}>
      <div data-testid="stays">
        <p><strong>{deed.words}.</strong> {stays.why}</p>
        <p>{stays.instead}</p>
        <div className="buttons">
          <a className="button" href={w.href(stays.page)} onClick={onClose}>Go where that is done</a>
          <button type="button" className="button" onClick={onDone} data-testid="step-past">Step back in what is in sight alone</button>
        </div>
      </div>
    </Dialog>
  );
}
