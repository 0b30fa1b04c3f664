/* Written by `npm run types` from the server’s own description of its routes; not edited by hand. */

export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/{leaf}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get"];
        put: operations["amend_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/{transition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/handles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["handles"];
        put?: never;
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/lacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["lacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["operations"];
        put?: never;
        post: operations["plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/operations/{operation}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/oral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["oral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/permit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/possible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["possible"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/principles/{principle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/protected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["flagged"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/protected/flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/protected/nexus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["nexus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/protected/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["amend_2"];
        post: operations["renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/similarity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["similarity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authorities/{id}/write-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["writeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cases"];
        put?: never;
        post: operations["open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/authorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["draft_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/exhibits/{exhibit}/clear-taint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/exhibits/{exhibit}/taint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["taint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/urgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["register"];
        put?: never;
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["report_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["entities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all_1"];
        put?: never;
        post: operations["seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["one_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all"];
        put?: never;
        post: operations["draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["one"];
        put: operations["amend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["judgements"];
        put?: never;
        post: operations["judge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judgements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/protected-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["protect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["bytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["snapshots"];
        put?: never;
        post: operations["freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/snapshots/{id}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["measures"];
        put?: never;
        post: operations["measure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        OversightView: {
            alerts?: components["schemas"]["DenialView"][];
            blocks?: components["schemas"]["DenialView"][];
            denials?: components["schemas"]["DenialView"][];
            key?: string;
            log?: components["schemas"]["LogStanding"];
            reviews?: components["schemas"]["OverseenView"][];
            waiting?: components["schemas"]["OverseenView"][];
        };
        OverseenView: {
            applicant?: string;
            authority?: string;
            beforehand?: boolean;
            caseId?: string;
            confirmed?: boolean;
            due?: string;
            instrument?: string;
            /** Format: int32 */
            level?: number;
            offence?: string;
            state?: string;
            /** Format: int32 */
            version?: number;
        };
        DenialView: {
            actor?: string;
            at?: string;
            authority?: string;
            caseId?: string;
            code?: string;
            /** Format: int64 */
            leaf?: number;
            step?: string;
        };
        LogStanding: {
            cosignedAt?: string;
            /** Format: int64 */
            cosignedSize?: number;
            /** Format: int32 */
            kept?: number;
            limit?: string;
            origin?: string;
            readOnly?: string;
            /** Format: int64 */
            size?: number;
            witnesses?: components["schemas"]["WitnessView"][];
        };
        WitnessView: {
            fingerprint?: string;
            name?: string;
            trouble?: string;
        };
        FiguresView: {
            emergency?: components["schemas"]["EmergencyRatio"];
            madeAt?: string;
            published?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** Format: int64 */
            smallest?: number;
            whole?: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        EmergencyRatio: {
            alarm?: boolean;
            /** Format: int64 */
            granted?: number;
            /** Format: int64 */
            limit?: number;
            /** Format: int64 */
            percent?: number;
            /** Format: int64 */
            urgent?: number;
        };
        NoteText: {
            key: string;
            text: string;
        };
        DeviceView: {
            id: string;
            actor: string;
            actorName: string;
            fingerprint: string;
            registered: string;
            approvedBy: string | null;
            revoked: boolean;
            usable: boolean;
        };
        DutyView: {
            required: boolean;
            onDuty: boolean;
            id: string | null;
            role: string | null;
            device: string | null;
            from: string | null;
            until: string | null;
            roles: string[];
            /** Format: int64 */
            longestMinutes: number;
        };
        DutyDraft: {
            role: string;
            /** Format: int64 */
            minutes: number;
            publicKey: string;
        };
        AgreementView: {
            id: string;
            reference: string;
            organisation: string;
            acceptsRules: boolean;
            expires: string;
            suspended: boolean;
            lapsed: boolean;
        };
        AgreementDraft: {
            reference: string;
            organisation: string;
            acceptsRules: boolean;
            expires: string;
        };
        ModelProposalView: {
            approvers: string[];
            at: string;
            by: string | null;
            evaluation: string;
            expires: string;
            fingerprint: string;
            id: string;
        };
        ModelView: {
            data: string;
            evaluation: string;
            expires: string;
            fingerprint: string | null;
            forbidden: string[];
            id: string;
            languages: string;
            limits: string;
            owner: string;
            parameters: {
                [key: string]: string;
            };
            proposals: components["schemas"]["ModelProposalView"][];
            purpose: string;
            state: string;
            title: string;
            version: string | null;
        };
        RecipientRow: {
            id: string;
            name: string;
            need: string;
            agreement: components["schemas"]["AgreementView"];
        };
        RecipientDraft: {
            agreement: string;
            name: string;
            need: string;
        };
        NoticeView: {
            id: string;
            reason: string;
            by: string;
            at: string;
            /** Format: int64 */
            leaf: number;
        };
        CalledBackView: {
            disclosure: components["schemas"]["DisclosureView"];
            due: boolean;
            notices: components["schemas"]["NoticeView"][];
        };
        MarkText: {
            mark: string;
        };
        EmergencyDraft: {
            name: string;
            organisation: string;
            danger: string;
            text: string;
        };
        AssessmentView: {
            id: string;
            name: string;
            organisation: string;
            danger: string;
            text: string;
            by: string;
            at: string;
            /** Format: int64 */
            leaf: number;
            sha256: string;
        };
        LeaveView: {
            id: string;
            person: string;
            /** Format: int32 */
            exports: number;
            reason: string;
            asked: string;
            approvedBy: string | null;
            usableFrom: string | null;
            until: string | null;
            stopped: boolean;
            usable: boolean;
        };
        ExportsView: {
            /** Format: int64 */
            used: number;
            /** Format: int64 */
            free: number;
            window: string;
            leaves: components["schemas"]["LeaveView"][];
        };
        LeaveDraft: {
            /** Format: int32 */
            exports: number;
            reason: string;
            password: string;
        };
        PasswordText: {
            password: string;
        };
        AccountRow: {
            basis: string;
            entity: string;
            first: string | null;
            handles: string[];
            key: string;
            last: string | null;
            names: string[];
            platform: string;
            /** Format: int64 */
            records: number;
            selectors: components["schemas"]["StatedView"][];
        };
        AccountView: {
            basis: string;
            entity: string | null;
            handle: string | null;
            key: string;
            platform: string;
            shownAs: string;
        };
        ActorId: {
            /** Format: uuid */
            value?: string;
        };
        ActView: {
            actor: string;
            at: string;
            authority: string | null;
            caseId: string | null;
            detail: {
                [key: string]: string;
            };
            kind: string;
            /** Format: int64 */
            leaf: number;
            outcome: string | null;
            step: string;
        };
        AlertView: {
            actor: string | null;
            /** Format: int64 */
            allowed: number;
            at: string;
            authority: string;
            caseId: string;
            code: string;
            /** Format: int64 */
            counted: number;
            kind: string;
            /** Format: int64 */
            leaf: number;
        };
        ApprovalView: {
            actor: string;
            at: string;
            current: boolean;
            decision: string;
            reasons: string;
            role: string;
        };
        Asked: {
            account: string | null;
            conversation: string | null;
            exhibit: string | null;
            from: string | null;
            kind: string[] | null;
            /** Format: int32 */
            limit: number | null;
            /** Format: int32 */
            offset: number | null;
            platform: string[] | null;
            q: string | null;
            sort: string | null;
            to: string | null;
        };
        AuthorityDetail: {
            allowed: string[];
            applicant: components["schemas"]["Person"];
            approvals: components["schemas"]["ApprovalView"][];
            caseId: string;
            digest: string;
            form: components["schemas"]["AuthorityForm"];
            history: components["schemas"]["HistoryEntry"][];
            id: string;
            needsOversight: boolean;
            signed: string[];
            state: string;
            /** Format: int32 */
            version: number;
        };
        AuthorityForm: {
            businessCase: string;
            contentFrom: string;
            contentTo: string;
            flags: string[];
            handling: string;
            /** Format: int32 */
            hopLimit: number;
            instrument: string;
            issuer: string;
            jurisdiction: string;
            /** Format: int32 */
            maxLevel: number;
            methods: string[];
            number: string;
            offence: string;
            opFrom: string;
            opTo: string;
            platforms: string[];
            principles: components["schemas"]["PrinciplesView"];
            quota: components["schemas"]["QuotaView"];
            /** Format: int32 */
            retentionDays: number;
            /** Format: int32 */
            reviewEveryDays: number;
            selectors: string[];
            stableIds: {
                [key: string]: string;
            } | null;
            team: string[];
        };
        AuthoritySummary: {
            businessCase: string;
            id: string;
            instrument: string;
            mayAsk: boolean;
            number: string;
            onTeam: boolean;
            opFrom: string;
            opTo: string;
            state: string;
            /** Format: int32 */
            version: number;
        };
        ByteRange: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        CaseDraft: {
            name: string;
        };
        CaseSummary: {
            authorities: components["schemas"]["AuthoritySummary"][];
            id: string;
            name: string;
            number: string;
            opened: string;
        };
        ChangeView: {
            after: string;
            before: string;
            direction: string;
            field: string;
        };
        ClaimDraft: {
            alternatives: string[];
            counterSupports: components["schemas"]["SupportDraft"][];
            entities: string[];
            gradeCode: string;
            gradeScheme: string;
            measures: string[];
            method: string;
            noCounterSupport: string;
            snapshot: string | null;
            supports: components["schemas"]["SupportDraft"][];
            text: string;
            title: string;
            type: string;
        };
        CodedText: {
            code: string;
            what: string;
        };
        ConversationView: {
            key: string;
            kind: string;
            title: string;
        };
        CountsView: {
            balanced: boolean;
            byKind: {
                [key: string]: number;
            };
            /** Format: int64 */
            faults: number;
            /** Format: int64 */
            ignored: number;
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            read: number;
            /** Format: int64 */
            sealed: number;
            sealedBy: {
                [key: string]: number;
            };
            /** Format: int64 */
            unknown: number;
        };
        CustodyEntryView: {
            actor: string;
            at: string;
            detail: string;
            event: string;
            /** Format: int64 */
            leaf: number;
        };
        DiffView: {
            /** Format: int32 */
            after: number;
            /** Format: int32 */
            before: number;
            changes: components["schemas"]["ChangeView"][];
            widens: boolean;
        };
        DisclosureDraft: {
            findings: string[];
            recipient: components["schemas"]["RecipientView"];
            handling: string[] | null;
            condition: string | null;
            permission: string | null;
            title: string;
        };
        DisclosureView: {
            at: string;
            by: string;
            /** Format: int64 */
            bytes: number;
            findings: string[];
            id: string;
            recipient: components["schemas"]["RecipientView"];
            sha256: string;
            title: string;
            verified: boolean;
            mark: string;
            handling: string[];
        };
        EntityView: {
            accounts: components["schemas"]["AccountRow"][];
            conflicts: string[];
            key: string;
            label: string;
        };
        ErrorBody: {
            code: string;
            cure: string;
            place: string;
            value: string;
            what: string;
        };
        ExcerptView: {
            base64: string;
            /** Format: int64 */
            contextFrom: number;
            /** Format: int64 */
            contextTo: number;
            /** Format: int64 */
            from: number;
            highlight: components["schemas"]["ByteRange"];
            part: string;
            /** Format: int64 */
            partBytes: number;
            sha256: string;
            text: string | null;
            /** Format: int64 */
            to: number;
        };
        ExhibitName: {
            id: string;
            name: string;
            number: string;
        };
        ExhibitView: {
            /** Format: int64 */
            bytes: number;
            how: string;
            id: string;
            name: string;
            note: string;
            number: string;
            reading: components["schemas"]["ReadReportView"] | null;
            sealedAt: string;
            sealedBy: string;
            sha256: string;
            source: string;
        };
        Facet: {
            /** Format: int64 */
            count: number;
            value: string;
        };
        Facets: {
            kind: components["schemas"]["Facet"][];
            platform: components["schemas"]["Facet"][];
        };
        FindingView: {
            allowed: string[];
            author: string;
            claim: components["schemas"]["ClaimDraft"];
            counterSupports: components["schemas"]["SupportView"][];
            digest: string;
            gradeWords: string;
            id: string;
            /** Format: int32 */
            number: number;
            reviewer: string | null;
            reviewReasons: string | null;
            signatures: components["schemas"]["SignatureView"][];
            state: string;
            supports: components["schemas"]["SupportView"][];
            warnings: components["schemas"]["CodedText"][];
        };
        FlaggedView: {
            flaggedBy: string;
            nexus: string;
            nexusBy: string | null;
            removalProposedBy: string | null;
            selector: string;
        };
        HandleDecision: {
            reasons: string;
            same: boolean;
            selector: string;
        };
        HistoryEntry: {
            actor: string;
            at: string;
            from: string;
            /** Format: int64 */
            leaf: number;
            reasons: string;
            to: string;
        };
        Incoming: {
            how: string | null;
            name: string | null;
            note: string | null;
            read: boolean | null;
            request: string | null;
            source: string | null;
        };
        InstrumentView: {
            ceiling: string;
            id: string;
            issuer: string;
            law: string;
            title: string;
        };
        JobView: {
            /** Format: int64 */
            doneUnits: number;
            error: components["schemas"]["ErrorBody"] | null;
            id: string;
            kind: string;
            message: string;
            /** Format: double */
            rate: number;
            result: string | null;
            /** Format: int64 */
            secondsLeft: number | null;
            state: string;
            /** Format: int64 */
            totalUnits: number;
            unit: string;
        };
        JudgementDraft: {
            a: string;
            b: string;
            reason: string;
            verdict: string;
        };
        JudgementView: {
            a: string;
            at: string;
            b: string;
            by: string;
            id: string;
            /** Format: int64 */
            leaf: number;
            reason: string;
            verdict: string;
            withdrawn: boolean;
            withdrawnReason: string | null;
        };
        LedgerState: {
            checkedAt: string;
            checkpoint: string;
            cosignedBy: string[];
            origin: string;
            root: string;
            /** Format: int64 */
            size: number;
        };
        LevelView: {
            /** Format: int64 */
            level: number;
            meaning: string;
            oversight: boolean;
            title: string;
        };
        LikenessView: {
            /** Format: int64 */
            percent: number;
            principle: string;
        };
        LocatorView: {
            exhibit: string;
            /** Format: int64 */
            from: number;
            part: string;
            pointer: string;
            text: string;
            /** Format: int64 */
            to: number;
        };
        Made: {
            id: string;
        };
        MeasureDraft: {
            method: string;
            /** Format: int64 */
            seed: number;
        };
        MeasureView: {
            at: string;
            card: string;
            id: string;
            method: string;
            ranks: components["schemas"]["RankRange"][];
            /** Format: int64 */
            seed: number;
            snapshot: string;
            summary: {
                [key: string]: string;
            };
            values: number[];
        };
        MediaView: {
            name: string;
            part: string | null;
            type: string | null;
        };
        MethodView: {
            name: string;
            title: string;
        };
        NodeLegend: {
            accounts: string[];
            entity: string;
            /** Format: int32 */
            index: number;
            label: string;
            platforms: string[];
        };
        OffenceView: {
            answers: string[];
            group: string;
            id: string;
            statute: string;
            title: string;
            wants: string[];
        };
        OperationView: {
            at: string;
            by: string;
            id: string;
            outcome: string | null;
            plan: components["schemas"]["PlanForm"];
        };
        OralForm: {
            applicant: string;
            danger: string;
            form: components["schemas"]["AuthorityForm"];
            words: string;
        };
        OralView: {
            at: string;
            danger: string;
            officer: string;
            words: string;
            writeUpBy: string | null;
        };
        Outcome: {
            outcome: string;
        };
        PackLimits: {
            /** Format: int64 */
            longestOperationDays: number;
            /** Format: int64 */
            longestPermitMinutes: number;
            /** Format: int64 */
            overseenWithinDays: number;
            /** Format: int64 */
            urgentHours: number;
            /** Format: int64 */
            writeUpHours: number;
        };
        PackView: {
            digest: string;
            instruments: components["schemas"]["InstrumentView"][];
            jurisdiction: string;
            levels: components["schemas"]["LevelView"][];
            limits: components["schemas"]["PackLimits"];
            methods: components["schemas"]["MethodView"][];
            name: string;
            offences: components["schemas"]["OffenceView"][];
            offenceSource: string;
            title: string;
            /** Format: int64 */
            version: number;
        };
        Permit: unknown;
        PermitView: {
            authorityId: string;
            /** Format: int32 */
            authorityVersion: number;
            caseId: string;
            caseName: string;
            caseNumber: string;
            contentFrom: string | null;
            contentTo: string | null;
            expires: string;
            id: string;
            /** Format: int32 */
            maxLevel: number;
            platforms: string[];
            purpose: string;
            selectors: string[];
        };
        Person: {
            id: string;
            login: string;
            name: string;
            roles: string[];
        };
        PlacedFault: {
            code: string;
            place: string;
            what: string;
        };
        PlanForm: {
            begins: string;
            constraints: string;
            ends: string;
            ground: string;
            handler: string;
            plan: string;
        };
        PossibleLine: {
            sentence: string;
            topic: string;
        };
        PrinciplesView: {
            cause: string;
            collateral: string;
            interests: string;
            lastResort: string;
            motive: string;
            necessity: string;
            proportionality: string;
            prospect: string;
            right: string;
            stopCriteria: string;
            tried: string[];
            validation: string;
        };
        ProofView: {
            checkpoint: string;
            entry: string;
            /** Format: int64 */
            index: number;
            proof: string[];
            root: string;
            /** Format: int64 */
            size: number;
        };
        ProtectedListForm: {
            members: string[];
            title: string;
        };
        PurposeText: {
            purpose: string;
        };
        QuotaView: {
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            subjects: number;
            /** Format: int64 */
            views: number;
        };
        RankRange: {
            /** Format: int32 */
            high: number;
            /** Format: int32 */
            low: number;
            /** Format: int32 */
            rank: number;
        };
        ReaderView: {
            covers: string[];
            gaps: string[];
            id: string;
            title: string;
        };
        ReadReportView: {
            at: string;
            counts: components["schemas"]["CountsView"];
            faults: components["schemas"]["PlacedFault"][];
            /** Format: int32 */
            generation: number;
            notes: components["schemas"]["CodedText"][];
            reader: string;
            unknown: components["schemas"]["SectionCount"][];
        };
        Reasons: {
            digest: string | null;
            reasons: string;
        };
        ReasonView: {
            records: string[];
            value: string;
            what: string;
        };
        RecallPage: {
            recipients: components["schemas"]["RecallView"][];
            resting: {
                [key: string]: number;
            };
            state: string;
        };
        RecallView: {
            at: string;
            bundle: string;
            by: string;
            disclosure: string;
            /** Format: int64 */
            leaf: number;
            organisation: string;
            recipient: string;
            title: string;
        };
        RecipientView: {
            agreement: string;
            name: string;
            need: string;
            organisation: string;
        };
        RecordPage: {
            facets: components["schemas"]["Facets"];
            items: components["schemas"]["RecordView"][];
            /** Format: int32 */
            offset: number;
            /** Format: int64 */
            total: number;
        };
        RecordView: {
            acquired: string;
            author: components["schemas"]["AccountView"] | null;
            conversation: components["schemas"]["ConversationView"] | null;
            details: {
                [key: string]: string;
            };
            exhibit: components["schemas"]["ExhibitName"];
            extra: {
                [key: string]: string;
            };
            highlights: string[];
            id: string;
            kind: string;
            locator: components["schemas"]["LocatorView"];
            media: components["schemas"]["MediaView"][];
            others: components["schemas"]["AccountView"][];
            platform: string;
            text: string;
            time: string | null;
            timeBasis: string;
            timeText: string;
        };
        RecycledView: {
            by: string | null;
            decision: string;
            found: string;
            selector: string;
        };
        RenewalForm: {
            form: components["schemas"]["AuthorityForm"];
            results: string;
        };
        ReviewDraft: {
            decision: string;
            digest: string;
            reasons: string;
        };
        Said: {
            reasons: string;
            selector: string;
        };
        SectionCount: {
            /** Format: int64 */
            count: number;
            section: string;
        };
        Session: {
            actor: components["schemas"]["Person"] | null;
            banner: string | null;
            signedIn: boolean;
            training: boolean;
            trainingLogins: string[];
            version: string;
        };
        SignatureView: {
            name: string;
            role: string;
        };
        SimilarityView: {
            flagged: string[];
            percent: {
                [key: string]: number;
            };
            /** Format: int32 */
            threshold: number;
            /** Format: int32 */
            version: number;
        };
        SnapshotDraft: {
            directed: boolean;
            from: string | null;
            kinds: string[];
            /** Format: int32 */
            minimumRecords: number;
            to: string | null;
        };
        SnapshotSummary: {
            at: string;
            digest: string;
            directed: boolean;
            from: string | null;
            id: string;
            kinds: string[];
            /** Format: int32 */
            minimumRecords: number;
            /** Format: int32 */
            nodes: number;
            /** Format: int64 */
            recordsNotUsed: number;
            /** Format: int64 */
            recordsUsed: number;
            /** Format: int32 */
            ties: number;
            to: string | null;
        };
        SnapshotView: {
            legend: components["schemas"]["NodeLegend"][];
            summary: components["schemas"]["SnapshotSummary"];
            tieList: components["schemas"]["TieRow"][];
        };
        SseEmitter: {
            /** Format: int64 */
            timeout?: number;
        };
        StatedView: {
            selector: string;
            verified: boolean;
        };
        SuggestionView: {
            a: components["schemas"]["AccountRow"];
            b: components["schemas"]["AccountRow"];
            reasons: components["schemas"]["ReasonView"][];
        };
        SupportDraft: {
            note: string;
            record: string;
        };
        SupportView: {
            author: string | null;
            excerpt: string;
            exhibit: string;
            locator: string;
            note: string;
            record: string;
            time: string | null;
        };
        TieRow: {
            first: string | null;
            /** Format: int32 */
            from: number;
            kinds: {
                [key: string]: number;
            };
            last: string | null;
            records: string[];
            /** Format: int32 */
            to: number;
            /** Format: double */
            weight: number;
        };
        VersionView: {
            changes: components["schemas"]["ChangeView"][];
            detail: components["schemas"]["AuthorityDetail"];
            liveUntil: string;
            offence: string;
            oral: components["schemas"]["OralView"] | null;
            possible: components["schemas"]["PossibleLine"][];
            results: string;
            similarity: components["schemas"]["LikenessView"][];
            /** Format: int64 */
            similarPercent: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    card: {
        parameters: {
            query: {
                key: string;
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["EntityView"];
                };
            };
        };
    };
    accounts: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AccountRow"][];
                };
            };
        };
    };
    acts: {
        parameters: {
            query: {
                before?: number;
                caller: components["schemas"]["ActorId"];
                caseId?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ActView"][];
                };
            };
        };
    };
    proof: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                leaf: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProofView"];
                };
            };
        };
    };
    alerts: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
                most?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AlertView"][];
                };
            };
        };
    };
    get: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    amend_1: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorityForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    move: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
                transition: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reasons"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    diff: {
        parameters: {
            query: {
                after: number;
                before: number;
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DiffView"];
                };
            };
        };
    };
    dossier: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["VersionView"][];
                };
            };
        };
    };
    handles: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecycledView"][];
                };
            };
        };
    };
    decide: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecycledView"][];
                };
            };
        };
    };
    lacks: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ErrorBody"][];
                };
            };
        };
    };
    operations: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OperationView"][];
                };
            };
        };
    };
    plan: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Made"];
                };
            };
        };
    };
    report: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
                operation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Outcome"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OperationView"][];
                };
            };
        };
    };
    oral: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OralView"];
                };
            };
        };
    };
    permit: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurposeText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PermitView"];
                };
            };
        };
    };
    possible: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
                version?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PossibleLine"][];
                };
            };
        };
    };
    sign_1: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
                principle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    flagged: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FlaggedView"][];
                };
            };
        };
    };
    flag: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FlaggedView"][];
                };
            };
        };
    };
    nexus: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FlaggedView"][];
                };
            };
        };
    };
    remove: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Said"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FlaggedView"][];
                };
            };
        };
    };
    recall: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecallPage"];
                };
            };
        };
    };
    amend_2: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewalForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    renew: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewalForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    similarity: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SimilarityView"];
                };
            };
        };
    };
    versions: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"][];
                };
            };
        };
    };
    writeUp: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrinciplesView"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    cases: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CaseSummary"][];
                };
            };
        };
    };
    open: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CaseSummary"];
                };
            };
        };
    };
    draft_1: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorityForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    clear: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
                exhibit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reasons"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    taint: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
                exhibit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reasons"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecallView"][];
                };
            };
        };
    };
    grant: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OralForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuthorityDetail"];
                };
            };
        };
    };
    register: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DisclosureView"][];
                };
            };
        };
    };
    release: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DisclosureView"];
                };
            };
        };
    };
    bundle: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    report_1: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
        };
    };
    entities: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["EntityView"][];
                };
            };
        };
    };
    all_1: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ExhibitView"][];
                };
            };
        };
    };
    seal: {
        parameters: {
            query: {
                asked: components["schemas"]["Incoming"];
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JobView"];
                };
            };
        };
    };
    one_1: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ExhibitView"];
                };
            };
        };
    };
    chain: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CustodyEntryView"][];
                };
            };
        };
    };
    read: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JobView"];
                };
            };
        };
    };
    all: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"][];
                };
            };
        };
    };
    draft: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    one: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    amend: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    review: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    sign: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    submit: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    withdraw_1: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reasons"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FindingView"];
                };
            };
        };
    };
    job: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JobView"];
                };
            };
        };
    };
    events: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["SseEmitter"];
                };
            };
        };
    };
    judgements: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JudgementView"][];
                };
            };
        };
    };
    judge: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JudgementView"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reasons"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JudgementView"];
                };
            };
        };
    };
    state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LedgerState"];
                };
            };
        };
    };
    pack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PackView"];
                };
            };
        };
    };
    people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Person"][];
                };
            };
        };
    };
    held: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PermitView"];
                };
            };
        };
    };
    protect: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProtectedListForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Made"];
                };
            };
        };
    };
    readers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReaderView"][];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                asked: components["schemas"]["Asked"];
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecordPage"];
                };
            };
        };
    };
    record: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecordView"];
                };
            };
        };
    };
    bytes: {
        parameters: {
            query: {
                context?: number;
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ExcerptView"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Session"];
                };
            };
        };
    };
    snapshots: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SnapshotSummary"][];
                };
            };
        };
    };
    freeze: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnapshotDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SnapshotView"];
                };
            };
        };
    };
    snapshot: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SnapshotView"];
                };
            };
        };
    };
    measures: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MeasureView"][];
                };
            };
        };
    };
    measure: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MeasureView"];
                };
            };
        };
    };
    suggestions: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SuggestionView"][];
                };
            };
        };
    };
}
