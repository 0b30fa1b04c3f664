import { useState } from 'react';
import { DUTY_PATH, WITHOUT_PROOF, type Api } from '../api/calls';
import type { DeviceView, DutyView } from '../api/contract';
import { useDeed, useLoad } from '../parts/load';
import { DigestText, Empty, FaultPanel, Field, PageHead, Tag, Time, Waiting } from '../parts/pieces';
import { Table } from '../parts/table';
import { plain } from '../parts/words';
import { thisDevice } from './device';

const device = thisDevice();
let onDuty: string | null = null;

/** What proves that a request comes from this device; null while nobody is on duty here. */
export async function proofHere(method: string, address: string): Promise<string | null> {
  return onDuty === null || WITHOUT_PROOF.includes(address) ? null : device.proof(onDuty, method, address);
}

/** Takes up what the server says of the duty of this browser's session. */
export function takeUp(duty: DutyView): DutyView {
  onDuty = duty.id;
  return duty;
}

/** Going on duty at this device, and the devices of the house. */
export function DutyPage({ api, duty, administrator, onChange, onEnd }: { api: Api; duty: DutyView; administrator: boolean; onChange: () => void; onEnd: () => void }) {
  const over = duty.id !== null && !duty.onDuty;
  const [role, setRole] = useState(duty.roles[0] ?? '');
  const [hours, setHours] = useState(Math.min(8, Math.floor(duty.longestMinutes / 60)));
  const deed = useDeed();
  const devices = useLoad(over ? null : `devices ${duty.id} ${duty.onDuty}`, () => api.devices());
  const begin = async () => {
    const publicKey = await device.publicKey();
    const proof = await device.proof('begin', 'POST', DUTY_PATH);
    return takeUp(await api.goOnDuty({ role, minutes: hours * 60, publicKey }, proof));
  };
  return (
    <>
      <PageHead title="Duty" lead="A shift in one part, at one official device. What is done in it is proved with a key that cannot leave the device." />
      <section className="card" aria-label="Your duty">
        {duty.onDuty ? (
          <>
            <p>On duty as <strong>{plain(duty.role ?? '')}</strong> since <Time at={duty.from} />, until <Time at={duty.until} /> at the latest.</p>
            <FaultPanel fault={deed.fault} />
            <button type="button" className="button" disabled={deed.busy} onClick={() => void deed.run(async () => takeUp(await api.endDuty()), onEnd)} data-testid="end-duty">Go off duty and sign out</button>
          </>
        ) : (
          <form onSubmit={(submit) => { submit.preventDefault(); void deed.run(begin, onChange).then((done) => done || devices.reload()); }}>
            <p>{over ? 'Your duty is over. Go on duty again, and ask for a new permit.' : duty.required ? 'Nothing of a case opens before you are on duty.' : 'Training: working without a device is possible here, and only here.'}</p>
            <div className="grid">
              <Field label="Part">{(ids) => <select {...ids} value={role} onChange={(change) => setRole(change.target.value)}>{duty.roles.map((one) => <option key={one} value={one}>{plain(one)}</option>)}</select>}</Field>
              <Field label="Hours">{(ids) => <input {...ids} type="number" min={1} max={Math.floor(duty.longestMinutes / 60)} value={hours} onChange={(change) => setHours(Number(change.target.value))} />}</Field>
            </div>
            <FaultPanel fault={deed.fault} />
            <button type="submit" className="button primary" disabled={deed.busy} data-testid="go-on-duty">Go on duty</button>
            {deed.fault !== null && duty.required && <p className="hint">A new device waits for an administrator: let one compare the fingerprint below and approve it.</p>}
          </form>
        )}
      </section>
      <h2>Devices</h2>
      <FaultPanel fault={devices.fault} onRetry={devices.reload} />
      {over && <p className="muted">Shown on duty.</p>}
      {!over && !devices.value && !devices.fault && <Waiting what="Fetching the devices…" />}
      {devices.value && (
        <Table<DeviceView>
          caption="Devices"
          rows={devices.value}
          rowKey={(one) => one.id}
          start={{ column: 'registered', down: true }}
          empty={<Empty title="No device is registered yet." />}
          columns={[
            { name: 'who', title: 'Person', cell: (one) => one.actorName, by: (one) => one.actorName },
            { name: 'print', title: 'Fingerprint', cell: (one) => <DigestText hex={one.fingerprint} /> },
            { name: 'registered', title: 'Registered', cell: (one) => <Time at={one.registered} />, by: (one) => one.registered, downFirst: true },
            { name: 'state', title: 'State', cell: (one) => one.revoked ? <Tag tone="bad">revoked</Tag> : one.usable ? <Tag tone="good">approved by {one.approvedBy}</Tag> : <Tag tone="warn">waits</Tag>, by: (one) => String(one.usable) },
            { name: 'do', title: <span className="unseen">Decide</span>, cell: (one) => one.revoked ? null : (
              <span className="buttons">
                {administrator && !one.usable && <button type="button" className="button small" disabled={deed.busy} onClick={() => void deed.run(() => api.approveDevice(one.id), devices.reload)}>Approve</button>}
                <button type="button" className="button small" disabled={deed.busy} onClick={() => void deed.run(() => api.revokeDevice(one.id), devices.reload)}>Revoke</button>
              </span>
            ) },
          ]}
        />
      )}
    </>
  );
}
