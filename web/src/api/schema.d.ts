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
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["agreements"];
        put?: never;
        post: operations["agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["suspend"];
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
    "/api/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assessments"];
        put?: never;
        post: operations["assess"];
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
        post: operations["decide_4"];
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
    "/api/authorities/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["note"];
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
        get: operations["recall_1"];
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
        get: operations["versions_1"];
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
    "/api/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["capabilities"];
        put?: never;
        post?: never;
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
    "/api/cases/{caseId}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["advice"];
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
        post: operations["draft_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["due_1"];
        put?: never;
        post?: never;
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
    "/api/cases/{caseId}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["requests"];
        put?: never;
        post: operations["intake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["request_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/requests/{id}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["advise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/requests/{id}/deeds/{deed}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/requests/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{caseId}/requests/{id}/papers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["paper"];
        put?: never;
        post?: never;
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
    "/api/cases/{id}/destructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["holds"];
        put?: never;
        post: operations["place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/holds/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all_4"];
        put?: never;
        post: operations["declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw_5"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["hits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts/hits/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seen_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["covers"];
        put?: never;
        post: operations["cover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/desk/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/notices/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deconfliction/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["asked"];
        put?: never;
        post: operations["ask_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approve_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revoke"];
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
        get: operations["register_1"];
        put?: never;
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/{id}/bag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["bag"];
        put?: never;
        post?: never;
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
    "/api/disclosures/{id}/portable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recall"];
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
    "/api/disclosures/{id}/timestamps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/{id}/timestamps/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["going"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["trace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["now"];
        put?: never;
        post: operations["begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duty/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end"];
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
    "/api/entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["entity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entity-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entity-path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["path"];
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
        get: operations["all_3"];
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
    "/api/exhibits/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["certificate"];
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
    "/api/exhibits/{id}/class": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["origin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/examination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["examine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["generations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/generations/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/mapping/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/mapping/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exhibits/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["picture_1"];
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
    "/api/exhibits/{id}/reader": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reader"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/leave/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approve_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/leave/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter/{authority}/releasable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["releasable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filter/permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ask"];
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
        get: operations["all_2"];
        put?: never;
        post: operations["draft_1"];
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
    "/api/findings/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/markable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["markable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["origins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/{id}/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["published"];
        put?: never;
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
        post: operations["review_1"];
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
        post: operations["withdraw_4"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/scale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["scale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/footprint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["footprint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/emergencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["emergencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/emergencies/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lift_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["playbooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{id}/ask-lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["askLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lift"];
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
    "/api/jobs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/judgement-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["preview_1"];
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
    "/api/judgements/{id}/review": {
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
    "/api/judgements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["inForce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/{kind}/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["propose_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/changes/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/changes/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decisionNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/changes/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/changes/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["proposalNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawLead"];
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
    "/api/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["keep_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all_6"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/proposals/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["oversight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/kit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["kit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight/transparency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["transparency"];
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
    "/api/privileges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["privileged"];
        put?: never;
        post: operations["privilege"];
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
    "/api/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recipients"];
        put?: never;
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["run_1"];
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
    "/api/records/{id}/media/{medium}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["mediumBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/media/{medium}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["carried"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all_1"];
        put?: never;
        post: operations["write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/notes/{note}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["amend_3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/notes/{note}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw_2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/same": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["same"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["marks"];
        put?: never;
        post: operations["mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redactions/{id}/withdraw": {
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
    "/api/redactions/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["destructions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/returns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["received"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/returns/{id}/check/{exhibit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searches"];
        put?: never;
        post: operations["keep_1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["drop_1"];
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
    "/api/snapshots/{id}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["chart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/snapshots/{id}/hierarchy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["hierarchy"];
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
    "/api/snapshots/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/snapshots/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["removal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/snapshots/{id}/sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["persons"];
        put?: never;
        post: operations["add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person"];
        put: operations["edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects/{id}/suspicions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["suspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importCsv"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects/offences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["offences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subjects/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["quarantine"];
        put?: never;
        post?: never;
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
    "/api/suspicions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timestamps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all_5"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timestamps/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["answer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timestamps/{id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/view-versions": {
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
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["all"];
        put?: never;
        post: operations["keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["keepAgain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/withdraw": {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        AdviceView: {
            preservation: string;
            preserved: boolean;
            proposed: string;
            proposedWords: string;
            rungs: components["schemas"]["RungView"][];
            warnings: string[];
        };
        AgreementDraft: {
            acceptsRules: boolean;
            expires: string;
            organisation: string;
            reference: string;
        };
        AgreementView: {
            acceptsRules: boolean;
            expires: string;
            id: string;
            lapsed: boolean;
            organisation: string;
            reference: string;
            suspended: boolean;
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
        AlikeView: {
            caps: components["schemas"]["CapView"][];
            /** Format: double */
            evidence: number;
            /** Format: int32 */
            grounds: number;
            inputs: string;
            model: string;
            /** Format: double */
            odds: number;
            parts: components["schemas"]["PartView"][];
            /** Format: double */
            prior: number;
            /** Format: double */
            probability: number;
            silent: components["schemas"]["SilentView"][];
        };
        ApprovalView: {
            actor: string;
            at: string;
            current: boolean;
            decision: string;
            reasons: string;
            role: string;
        };
        AskForm: {
            authority: string;
            danger: string;
            from: string;
            provider: string;
            selectors: string[];
            to: string;
            wanted: string[];
            zone: string;
        };
        AssessmentView: {
            at: string;
            by: string;
            danger: string;
            id: string;
            /** Format: int64 */
            leaf: number;
            name: string;
            organisation: string;
            sha256: string;
            text: string;
        };
        AttemptView: {
            at: string;
            by: string;
            code: string;
            /** Format: int64 */
            leaf: number;
            of: string;
            thing: string;
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
        BesideView: {
            kind: string;
            language: string;
            line: string;
            original: string;
            text: string;
        };
        ByteRange: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        CalibrationView: {
            /** Format: double */
            held: number;
            state: string;
            /** Format: int32 */
            trials: number;
        };
        CalledBackView: {
            disclosure: components["schemas"]["DisclosureView"];
            due: boolean;
            notices: components["schemas"]["NoticeView"][];
        };
        CandidateView: {
            account: components["schemas"]["AccountRow"];
            exact: boolean;
            found: string;
            judged: string | null;
            likeness: components["schemas"]["AlikeView"] | null;
        };
        CapabilitiesView: {
            digest: string;
            text: string;
        };
        CapView: {
            /** Format: double */
            bits: number;
            group: string;
        };
        CarriedPicture: {
            exhibit: string;
            number: string;
            part: string;
            picture: string;
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
        CertificateDraft: {
            process: string;
            qualification: string;
        };
        CertificateView: {
            sha256: string;
            text: string;
        };
        ChangeView: {
            after: string;
            before: string;
            direction: string;
            field: string;
        };
        ChartView: {
            accounts: string[][];
            counts: number[];
            entities: string[];
            first: number[];
            from: number[];
            kinds: string[];
            labels: string[];
            last: number[];
            parts: number[];
            partsMeasured: boolean;
            roles: string[];
            summary: components["schemas"]["SnapshotSummary"];
            to: number[];
            weight: number[];
            x: number[];
            y: number[];
        };
        ChosenScaleView: {
            digest: string;
            pack: string;
            scale: string;
            /** Format: int64 */
            version: number;
        };
        ClaimDraft: {
            alternatives: string[];
            counterSupports: components["schemas"]["SupportDraft"][];
            entities: string[];
            gradeCode: string;
            gradeScheme: string;
            matrix: components["schemas"]["MatrixDraft"] | null;
            measures: string[];
            method: string;
            noCounterSupport: string;
            scale: string | null;
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
        ColumnView: {
            name: string;
            role: string;
            shapes: string[];
        };
        Compared: {
            /** Format: int64 */
            from: number | null;
            /** Format: int32 */
            newer: number;
            /** Format: int32 */
            older: number;
            /** Format: int32 */
            size: number | null;
        };
        ConflictBody: {
            relation: string;
            value: string;
        };
        ConflictHitView: {
            at: string;
            caseId: string | null;
            id: string;
            note: string;
            person: string;
            relation: string;
            seenAt: string | null;
            seenBy: string | null;
            step: string;
        };
        ConflictNote: {
            note: string;
        };
        ConflictView: {
            declaredAt: string;
            id: string;
            person: string;
            relation: string;
            withdrawnAt: string | null;
        };
        ConversationView: {
            key: string;
            kind: string;
            title: string;
        };
        CorrectsView: {
            finding: string;
            /** Format: int32 */
            number: number;
            reason: string;
            /** Format: int32 */
            version: number;
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
        CoverBody: {
            caseId: string;
            covered: boolean;
            reasons: string | null;
        };
        CoverView: {
            by: string;
            caseId: string;
            reasons: string;
            since: string;
        };
        CsvBody: {
            csv: string;
        };
        CurveBand: {
            high: number[];
            low: number[];
            value: number[];
        };
        CustodyEntryView: {
            actor: string;
            at: string;
            detail: string;
            event: string;
            /** Format: int64 */
            leaf: number;
        };
        DeadlineView: {
            caseId: string;
            due: string;
            kind: string;
            local: string;
            number: string;
            request: string;
            source: string;
            urgency: string;
            what: string;
        };
        DecisionBody: {
            accepted: boolean;
            reasons: string;
        };
        DeconflictionAnswerView: {
            at: string;
            known: boolean;
            question: string;
        };
        DeconflictionBody: {
            selector: string;
        };
        DeconflictionEnteredView: {
            /** Format: int32 */
            entered: number;
        };
        DeconflictionNoticeView: {
            at: string;
            caseId: string;
            contact: string;
            id: string;
            lead: string;
            question: string;
            seenAt: string | null;
            seenBy: string | null;
            side: string;
        };
        DeconflictionQuestionView: {
            at: string;
            caseId: string;
            house: string | null;
            id: string;
            known: boolean;
        };
        DeedForm: {
            words: {
                [key: string]: string;
            };
        };
        DenialView: {
            actor: string;
            at: string;
            authority: string | null;
            caseId: string | null;
            code: string;
            /** Format: int64 */
            leaf: number;
            step: string;
        };
        DestructionBody: {
            id: string;
            reasons: string;
            thing: string;
        };
        DestructionView: {
            caseId: string;
            cause: string;
            doneAt: string | null;
            dueAt: string;
            firstBy: string | null;
            id: string;
            of: string;
            proposedBy: string;
            reasons: string;
            secondBy: string | null;
            thing: string;
        };
        DeviceView: {
            actor: string;
            actorName: string;
            approvedBy: string | null;
            fingerprint: string;
            id: string;
            registered: string;
            revoked: boolean;
            usable: boolean;
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
            about: string | null;
            condition: string | null;
            findings: string[];
            handling: string[] | null;
            permission: string | null;
            pictures: string[] | null;
            receiver: string | null;
            recipient: components["schemas"]["RecipientView"];
            template: string | null;
            title: string;
            withhold: boolean | null;
        };
        DisclosureView: {
            at: string;
            by: string;
            /** Format: int64 */
            bytes: number;
            findings: string[];
            handling: string[];
            id: string;
            mark: string;
            recipient: components["schemas"]["RecipientView"];
            /** Format: int64 */
            redacted: number;
            sha256: string;
            template: string;
            title: string;
            verified: boolean;
        };
        DutyDraft: {
            /** Format: int64 */
            minutes: number;
            publicKey: string;
            role: string;
        };
        DutyView: {
            device: string | null;
            from: string | null;
            id: string | null;
            /** Format: int64 */
            longestMinutes: number;
            onDuty: boolean;
            required: boolean;
            role: string | null;
            roles: string[];
            until: string | null;
        };
        ElsewhereView: {
            /** Format: int32 */
            bits: number;
            bytes: boolean;
            record: components["schemas"]["RecordView"];
        };
        EmergencyDraft: {
            danger: string;
            name: string;
            organisation: string;
            text: string;
        };
        EmergencyRatio: {
            alarm: boolean;
            /** Format: int64 */
            granted: number;
            /** Format: int64 */
            limit: number;
            /** Format: int64 */
            percent: number;
            /** Format: int64 */
            urgent: number;
        };
        EmergencyUseView: {
            /** Format: int64 */
            emergencies: number;
            /** Format: int64 */
            mostPercent: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            percent: number;
            /** Format: int64 */
            requests: number;
            stop: string | null;
            stopSince: string | null;
        };
        EntityCardView: {
            apart: components["schemas"]["JudgementView"][];
            asked: string;
            binding: components["schemas"]["JudgementView"][];
            bridges: string[];
            changes: components["schemas"]["EntityChangeView"][];
            entity: components["schemas"]["EntityView"];
            handles: components["schemas"]["HandleView"][];
            leads: components["schemas"]["LeadAccountView"][];
            unsure: components["schemas"]["JudgementView"][];
            weakest: components["schemas"]["WeakestView"] | null;
            weighed: components["schemas"]["WeakestView"][];
        };
        EntityChangeView: {
            after: string[];
            at: string;
            before: string[];
            by: string;
            cause: string;
            judgement: string;
            /** Format: int64 */
            leaf: number;
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
        EvaluationText: {
            evaluation: string;
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
        ExportsView: {
            /** Format: int64 */
            free: number;
            leaves: components["schemas"]["LeaveView"][];
            /** Format: int64 */
            used: number;
            window: string;
        };
        Facet: {
            /** Format: int64 */
            count: number;
            value: string;
        };
        Facets: {
            account: components["schemas"]["Facet"][];
            /** Format: int64 */
            accounts: number;
            kind: components["schemas"]["Facet"][];
            language: components["schemas"]["Facet"][];
            month: components["schemas"]["Facet"][];
            platform: components["schemas"]["Facet"][];
            selector: components["schemas"]["Facet"][];
        };
        FactView: {
            basis: string;
            source: string;
            text: string;
            type: string;
        };
        FieldChangeView: {
            after: string | null;
            before: string | null;
            field: string;
        };
        FieldView: {
            category: string;
            name: string;
            words: string;
        };
        FiguresView: {
            emergency: components["schemas"]["EmergencyRatio"];
            madeAt: string;
            published: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** Format: int64 */
            smallest: number;
            whole: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        FigureView: {
            /** Format: double */
            high: number | null;
            /** Format: double */
            low: number | null;
            name: string;
            /** Format: double */
            value: number | null;
        };
        FilterCountView: {
            /** Format: int64 */
            items: number;
            kind: string;
            reason: string;
            state: string;
        };
        FilterDecided: {
            /** Format: int64 */
            decided: number;
        };
        FilterDecisionBody: {
            authority: string | null;
            decision: string;
            items: string[];
        };
        FilterItemView: {
            at: string | null;
            exhibit: string;
            id: string;
            kind: string;
            reason: string;
            state: string;
            who: string[];
            words: string | null;
        };
        FilterPermitBody: {
            authority: string;
            purpose: string;
        };
        FilterPermitView: {
            authority: string;
            expires: string;
            id: string;
        };
        FilterWaiting: {
            authority: string;
            byReason: {
                [key: string]: number;
            };
            caseId: string;
            caseName: string;
        };
        FindingView: {
            allowed: string[];
            author: string;
            claim: components["schemas"]["ClaimDraft"];
            correctedBecause: string | null;
            corrects: components["schemas"]["CorrectsView"] | null;
            counterSupports: components["schemas"]["SupportView"][];
            digest: string;
            gradeWords: string;
            id: string;
            /** Format: int32 */
            number: number;
            reading: components["schemas"]["ReadingView"] | null;
            remarks: components["schemas"]["RemarkView"][];
            reviewer: string | null;
            reviewReasons: string | null;
            signatures: components["schemas"]["SignatureView"][];
            state: string;
            supports: components["schemas"]["SupportView"][];
            /** Format: int32 */
            version: number;
            warnings: components["schemas"]["CodedText"][];
            withdrawnBecause: string | null;
        };
        FlaggedView: {
            flaggedBy: string;
            nexus: string;
            nexusBy: string | null;
            removalProposedBy: string | null;
            selector: string;
        };
        FootprintView: {
            anchor: string | null;
            asked: string;
            candidates: components["schemas"]["CandidateView"][];
            /** Format: int32 */
            holders: number;
            leads: components["schemas"]["LeadView"][];
            nobody: components["schemas"]["LeadView"][];
            /** Format: double */
            rarity: number;
        };
        GenerationDiffView: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            changed: number;
            changes: components["schemas"]["RecordChangeView"][];
            /** Format: int64 */
            from: number;
            /** Format: int32 */
            newer: number;
            newerReader: string;
            /** Format: int32 */
            older: number;
            olderReader: string;
            /** Format: int64 */
            removed: number;
            /** Format: int64 */
            same: number;
            /** Format: int64 */
            sealedSince: number;
        };
        GenericView: {
            /** Format: int32 */
            accounts: number;
            selector: string;
        };
        GoingDraft: {
            findings: string[];
            template: string;
            withhold: boolean;
        };
        GroupView: {
            accounts: components["schemas"]["AccountRow"][];
            linkA: string;
            linkB: string;
            /** Format: double */
            weakest: number;
        };
        HandleDecision: {
            reasons: string;
            same: boolean;
            selector: string;
        };
        HandleView: {
            account: string;
            first: string | null;
            handle: string;
            last: string | null;
            /** Format: int64 */
            records: number;
        };
        HierarchyView: {
            card: string;
            figures: components["schemas"]["FigureView"][];
            /** Format: int32 */
            replicas: number;
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
        HoldBody: {
            id: string;
            kind: string;
            reasons: string;
            thing: string;
        };
        HoldView: {
            binds: boolean;
            confirmedBy: string | null;
            id: string;
            kind: string;
            liftAskedBy: string | null;
            liftedAt: string | null;
            liftedBy: string | null;
            of: string;
            placedAt: string;
            placedBy: string;
            reasons: string;
            thing: string;
        };
        HypothesisDraft: {
            innocent: boolean;
            text: string;
        };
        ImportLine: {
            code: string | null;
            cure: string | null;
            id: string | null;
            /** Format: int32 */
            line: number;
            person: string;
            what: string | null;
        };
        Incoming: {
            how: string | null;
            name: string | null;
            note: string | null;
            read: boolean | null;
            request: string | null;
            source: string | null;
        };
        InstrumentCardView: {
            name: string;
            papers: string[];
            reaches: string[];
            source: string;
            threshold: string;
            words: string;
        };
        InstrumentView: {
            ceiling: string;
            id: string;
            issuer: string;
            law: string;
            title: string;
        };
        IssuerForm: {
            fileNumber: string;
            name: string;
            office: string;
            part: string;
            validatorName: string;
            validatorOffice: string;
            validatorPart: string;
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
            byId: string;
            counts: boolean;
            id: string;
            /** Format: int64 */
            leaf: number;
            needsSecond: boolean;
            reason: string;
            reviews: components["schemas"]["ReviewView"][];
            verdict: string;
            withdrawn: boolean;
            withdrawnReason: string | null;
        };
        KindView: {
            kind: string;
            roles: string[];
        };
        LanguageView: {
            code: string;
            /** Format: double */
            sureness: number;
        };
        LawChangeView: {
            after: string;
            before: string | null;
            dueAt: string | null;
            endedAt: string | null;
            id: string;
            kind: string;
            mine: boolean;
            name: string;
            narrowing: boolean;
            noticedAt: string | null;
            proposedAt: string;
            proposer: string | null;
            reasons: string;
            signatures: components["schemas"]["LawSignatureView"][];
            state: string;
            /** Format: int64 */
            version: number;
        };
        LawDecision: {
            decision: string;
            note: string | null;
            reasons: string;
        };
        LawLagView: {
            /** Format: int64 */
            inForce: number;
            kind: string;
            missing: string[];
            own: string[];
            /** Format: int64 */
            shipped: number;
        };
        LawProposal: {
            id: string | null;
            kind: string;
            name: string | null;
            note: string | null;
            reasons: string;
            schema: string | null;
            texts: {
                [key: string]: string;
            };
            /** Format: int64 */
            version: number;
        };
        LawSignatureView: {
            actor: string;
            at: string;
            decision: string;
            reasons: string;
            role: string;
        };
        LawStop: {
            reasons: string;
        };
        LawSummary: {
            digest: string;
            kind: string;
            name: string;
            /** Format: int64 */
            version: number;
        };
        LawTextView: {
            files: {
                [key: string]: string;
            };
            law: components["schemas"]["LawSummary"];
            sentences: {
                [key: string]: string;
            };
        };
        LawUpdate: {
            kind: string;
            reasons: string;
        };
        LawView: {
            capabilities: string;
            delay: string;
            engine: string;
            lags: components["schemas"]["LawLagView"][];
            pack: components["schemas"]["LawSummary"];
            pending: components["schemas"]["LawChangeView"][];
            policy: components["schemas"]["LawSummary"];
        };
        LeadAccountDraft: {
            account: string;
            reason: string;
        };
        LeadAccountView: {
            account: string;
            at: string;
            by: string;
            id: string;
            reason: string;
            withdrawn: boolean;
            withdrawnReason: string | null;
        };
        LeadView: {
            name: string;
            record: string;
            site: string;
            status: string;
            url: string | null;
        };
        LeaveDraft: {
            /** Format: int32 */
            exports: number;
            password: string;
            reason: string;
        };
        LeaveView: {
            approvedBy: string | null;
            asked: string;
            /** Format: int32 */
            exports: number;
            id: string;
            person: string;
            reason: string;
            stopped: boolean;
            until: string | null;
            usable: boolean;
            usableFrom: string | null;
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
        LiftBody: {
            reasons: string;
        };
        LikenessView: {
            /** Format: int64 */
            percent: number;
            principle: string;
        };
        LineAccount: {
            key: string;
            platform: string;
            shownAs: string;
        };
        LinePlace: {
            /** Format: double */
            accuracy: number | null;
            /** Format: double */
            latitude: number;
            /** Format: int32 */
            line: number;
            /** Format: double */
            longitude: number;
            name: string;
            tower: components["schemas"]["LineTower"] | null;
        };
        LinesView: {
            accounts: components["schemas"]["LineAccount"][];
            at: number[];
            author: number[];
            exhibit: number[];
            exhibits: string[];
            id: string[];
            kind: string[];
            others: number[][];
            places: components["schemas"]["LinePlace"][];
            said: string[];
            /** Format: int64 */
            total: number;
            words: string[];
            zone: number[];
            zones: string[];
        };
        LineTower: {
            /** Format: double */
            azimuth: number | null;
            /** Format: double */
            beam: number | null;
            /** Format: double */
            range: number | null;
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
        LogStanding: {
            cosignedAt: string | null;
            /** Format: int64 */
            cosignedSize: number;
            /** Format: int32 */
            kept: number;
            limit: string;
            origin: string;
            readOnly: string | null;
            /** Format: int64 */
            size: number;
            witnesses: components["schemas"]["WitnessView"][];
        };
        Made: {
            id: string;
        };
        MappedReading: {
            profile: string;
            zone: string | null;
        };
        MappingDraft: {
            kind: string | null;
            name: string | null;
            order: string | null;
            platform: string | null;
            roles: {
                [key: string]: string;
            } | null;
            text: string | null;
            zone: string | null;
        };
        MappingView: {
            kinds: components["schemas"]["KindView"][];
            profiles: components["schemas"]["ProfileView"][];
            tables: components["schemas"]["SeenTable"][];
        };
        MarkableText: {
            label: string;
            place: string;
            text: string;
        };
        MarkableView: {
            persons: components["schemas"]["MarkPerson"][];
            pictures: components["schemas"]["CarriedPicture"][];
            records: string[];
            texts: components["schemas"]["MarkableText"][];
        };
        MarkDraft: {
            code: string;
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            height: number;
            kind: string;
            place: string;
            thing: string;
            /** Format: int32 */
            to: number;
            /** Format: int32 */
            width: number;
        };
        MarkPerson: {
            key: string;
            label: string;
        };
        MarkText: {
            mark: string;
        };
        MarkView: {
            at: string;
            by: string;
            code: string;
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            height: number;
            id: string;
            kind: string;
            original: string;
            own: boolean;
            place: string;
            stands: boolean;
            thing: string;
            /** Format: int32 */
            to: number;
            /** Format: int32 */
            width: number;
        };
        MatrixDraft: {
            /** Format: int32 */
            held: number;
            hypotheses: components["schemas"]["HypothesisDraft"][];
            rows: components["schemas"]["MatrixRowDraft"][];
        };
        MatrixRowDraft: {
            cells: string[];
            credibility: string;
            kind: string;
            record: string | null;
            relevance: string;
            text: string;
        };
        MeasureDraft: {
            method: string;
            /** Format: int64 */
            seed: number;
        };
        MeasureView: {
            at: string;
            calibration: components["schemas"]["CalibrationView"] | null;
            card: string;
            /** Format: int32 */
            first: number;
            id: string;
            method: string;
            ranks: components["schemas"]["RankRange"][];
            /** Format: int64 */
            seed: number;
            snapshot: string;
            summary: {
                [key: string]: string;
            };
            top: number[];
            values: number[];
        };
        MediaView: {
            likeness: string | null;
            name: string;
            part: string | null;
            sha256: string | null;
            type: string | null;
        };
        MethodView: {
            name: string;
            title: string;
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
        ModelReasons: {
            reasons: string;
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
        NodeLegend: {
            accounts: string[];
            entity: string;
            /** Format: int32 */
            index: number;
            label: string;
            platforms: string[];
            roles: string;
        };
        NoteDraft: {
            /** Format: int32 */
            base: number;
            /** Format: int32 */
            from: number;
            kind: string;
            language: string;
            text: string;
            /** Format: int32 */
            to: number;
            tool: string;
            translator: string;
        };
        NoteText: {
            key: string;
            text: string;
        };
        NoteVersionView: {
            at: string;
            by: string;
            /** Format: int32 */
            from: number;
            language: string;
            mine: boolean;
            original: string;
            reason: string;
            text: string;
            /** Format: int32 */
            to: number;
            tool: string;
            translator: string;
            /** Format: int32 */
            version: number;
            withdrawn: boolean;
        };
        NoteView: {
            id: string;
            kind: string;
            versions: components["schemas"]["NoteVersionView"][];
        };
        NoteWithdrawal: {
            /** Format: int32 */
            base: number;
            reason: string;
        };
        NoticeView: {
            at: string;
            by: string;
            id: string;
            /** Format: int64 */
            leaf: number;
            reason: string;
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
        OriginGroup: {
            records: string[];
            tip: boolean;
            why: string[];
        };
        OriginsView: {
            /** Format: int32 */
            independent: number;
            origins: components["schemas"]["OriginGroup"][];
            /** Format: int32 */
            records: number;
        };
        OriginView: {
            certifiable: boolean;
            kind: string;
            missing: string[];
            sheet: {
                [key: string]: string;
            };
            words: string;
        };
        Outcome: {
            outcome: string;
        };
        OverseenView: {
            applicant: string;
            authority: string;
            beforehand: boolean;
            caseId: string;
            confirmed: boolean;
            due: string;
            instrument: string;
            /** Format: int32 */
            level: number;
            offence: string;
            state: string;
            /** Format: int32 */
            version: number;
        };
        OversightView: {
            alerts: components["schemas"]["DenialView"][];
            blocks: components["schemas"]["DenialView"][];
            denials: components["schemas"]["DenialView"][];
            key: string;
            log: components["schemas"]["LogStanding"];
            reviews: components["schemas"]["OverseenView"][];
            waiting: components["schemas"]["OverseenView"][];
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
        PairView: {
            a: components["schemas"]["AccountRow"];
            b: components["schemas"]["AccountRow"];
        };
        PartView: {
            a: string;
            b: string;
            /** Format: double */
            bits: number;
            field: string;
            group: string;
            level: string;
            /** Format: double */
            without: number;
        };
        PasswordText: {
            password: string;
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
        PersonBody: {
            identifiers: string[];
            label: string;
            suspicion: components["schemas"]["SuspicionBody"] | null;
        };
        PersonView: {
            edited: string;
            history: components["schemas"]["RoleView"][];
            id: string;
            identifiers: string[];
            keptUntil: string;
            label: string;
            /** Format: int32 */
            number: number;
            quarantined: boolean;
            roles: string[];
            subject: boolean;
            suspicions: components["schemas"]["SuspicionView"][];
            validUntil: string | null;
        };
        PictureDot: {
            colour: string;
            label: string;
            ringed: boolean;
            shape: string;
            /** Format: double */
            size: number;
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        PictureDraft: {
            dots: components["schemas"]["PictureDot"][];
            foot: string[];
            /** Format: double */
            height: number;
            legend: components["schemas"]["PictureKey"][];
            lines: components["schemas"]["PictureLine"][];
            title: string;
            /** Format: double */
            width: number;
        };
        PictureKey: {
            colour: string;
            shape: string;
            stroke: string;
            words: string;
        };
        PictureLine: {
            /** Format: int32 */
            a: number;
            arrow: boolean;
            /** Format: int32 */
            b: number;
            colour: string;
            /** Format: double */
            size: number;
            stroke: string;
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
        PlaybookFact: {
            asOf: string | null;
            says: string;
            source: string;
            topic: string;
        };
        PlaybookView: {
            facts: components["schemas"]["PlaybookFact"][];
            name: string;
            platforms: string[];
            provider: string;
            stale: boolean;
            unheld: string[];
            unverified: string[];
            verified: string | null;
            /** Format: int32 */
            version: number;
        };
        PossibleLine: {
            sentence: string;
            topic: string;
        };
        PreviewView: {
            after: components["schemas"]["EntityView"][];
            before: components["schemas"]["EntityView"][];
            clashes: components["schemas"]["PairView"][];
            needsSecond: boolean;
            settled: components["schemas"]["PairView"][];
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
        PrivilegeBody: {
            selector: string;
        };
        PrivilegeCount: {
            /** Format: int32 */
            privileged: number;
        };
        ProblemView: {
            code: string;
            row: string;
            what: string;
        };
        ProcessDraft: {
            facts: string;
            higherBecause: string;
            instrument: string;
            issuer: components["schemas"]["IssuerForm"];
            listed: boolean;
            /** Format: int32 */
            maximumYears: number;
            necessity: string;
            noticeDeferral: string;
            offence: string;
            preservation: string;
            privilege: string;
            privileged: string[];
            secrecyBasis: string;
            secrecyUntil: string;
        };
        ProcessStep: {
            about: {
                [key: string]: string;
            };
            at: string;
            by: string;
            deed: string;
            from: string;
            /** Format: int64 */
            leaf: number;
            to: string;
        };
        ProcessView: {
            deeds: string[];
            fields: components["schemas"]["FieldView"][];
            instruments: components["schemas"]["InstrumentCardView"][];
            issuerParts: string[];
            pack: string;
        };
        ProfileView: {
            name: string;
            sha256: string;
            shipped: boolean;
            text: string;
            title: string;
            /** Format: int64 */
            version: number;
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
        PublishedFinding: {
            finding: components["schemas"]["FindingView"] | null;
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
        ReaderLookView: {
            begun: string[];
            /** Format: int32 */
            certainty: number;
            named: string[];
            opened: string[];
            others: string[];
            /** Format: int32 */
            parts: number;
            reader: string | null;
            refusal: components["schemas"]["ErrorBody"] | null;
        };
        ReaderView: {
            confirmed: string[];
            covers: string[];
            gaps: string[];
            id: string;
            title: string;
        };
        ReadingView: {
            linchpins: number[];
            mostDiagnostic: number[];
            ranks: number[];
            rows: components["schemas"]["RowReadingView"][];
            scores: string[];
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
            note: string | null;
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
        RecipientDraft: {
            agreement: string;
            name: string;
            need: string;
        };
        RecipientRow: {
            agreement: components["schemas"]["AgreementView"];
            id: string;
            name: string;
            need: string;
        };
        RecipientView: {
            agreement: string;
            name: string;
            need: string;
            organisation: string;
        };
        ReconciliationView: {
            /** Format: int64 */
            accounted: number;
            at: string;
            /** Format: int64 */
            counter: number;
            /** Format: int64 */
            excess: number;
            /** Format: int64 */
            leaf: number;
            word: string;
        };
        RecordChangeView: {
            after: string | null;
            before: string | null;
            fields: components["schemas"]["FieldChangeView"][];
            kind: string;
            place: string;
            what: string;
            words: string;
        };
        RecordPage: {
            facets: components["schemas"]["Facets"];
            items: components["schemas"]["RecordView"][];
            next: string | null;
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
            language: components["schemas"]["LanguageView"];
            locator: components["schemas"]["LocatorView"];
            media: components["schemas"]["MediaView"][];
            others: components["schemas"]["AccountView"][];
            platform: string;
            selectors: components["schemas"]["SelectorView"][];
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
        RedactionReason: {
            code: string;
            source: string;
            title: string;
        };
        RedactionView: {
            at: string;
            by: string;
            code: string;
            kind: string;
            place: string;
            reason: string;
            source: string;
        };
        ReleasePreview: {
            css: string;
            html: string;
            /** Format: int64 */
            ownMarks: number;
            redactions: components["schemas"]["RedactionView"][];
        };
        RemarkView: {
            blocks: boolean;
            code: string;
            cure: string;
            /** Format: int32 */
            from: number;
            place: string;
            /** Format: int32 */
            to: number;
            value: string;
        };
        RemovalCourse: {
            by: string;
            distance: components["schemas"]["CurveBand"];
            fragmentation: components["schemas"]["CurveBand"];
            largest: components["schemas"]["CurveBand"];
            order: number[];
            removed: number[];
        };
        RemovalDraft: {
            by: string[];
            listed: number[];
            /** Format: int32 */
            most: number;
            /** Format: int64 */
            seed: number;
        };
        RemovalView: {
            card: string;
            courses: components["schemas"]["RemovalCourse"][];
            /** Format: int32 */
            entities: number;
            /** Format: double */
            missing: number;
            /** Format: int32 */
            replicas: number;
        };
        RenewalForm: {
            form: components["schemas"]["AuthorityForm"];
            results: string;
        };
        RequestView: {
            advised: string | null;
            ask: components["schemas"]["AskForm"];
            created: string;
            digest: string;
            draft: components["schemas"]["ProcessDraft"] | null;
            draftedBy: string;
            emergencyReview: string | null;
            history: components["schemas"]["ProcessStep"][];
            id: string;
            issued: string | null;
            next: string[];
            number: string;
            papers: string[];
            providerName: string;
            returns: components["schemas"]["ReturnView"][];
            reviewedBy: string | null;
            served: string | null;
            state: string;
        };
        ReturnForm: {
            certificate: string | null;
            custodian: string | null;
            name: string | null;
            note: string | null;
            partial: boolean | null;
            providerHash: string | null;
        };
        ReturnView: {
            certificate: string;
            custodian: string;
            digest: string;
            exhibit: string;
            hashHolds: boolean | null;
            /** Format: int64 */
            inScope: number | null;
            objected: string | null;
            partial: boolean;
            providerHash: string;
            provisionalUntil: string | null;
            received: string;
            /** Format: int64 */
            sealed: number | null;
        };
        ReviewDraft: {
            decision: string;
            digest: string;
            reasons: string;
        };
        ReviewView: {
            approved: boolean;
            at: string;
            by: string;
            /** Format: int64 */
            leaf: number;
            reason: string;
        };
        RoleBody: {
            held: boolean;
            reasons: string;
            role: string;
        };
        RoleView: {
            at: string;
            by: string;
            held: boolean;
            reason: string;
            role: string;
        };
        RowReadingView: {
            diagnosticity: string;
            leftOut: string;
            ranksLeftOut: number[];
            ranksReversed: number[];
            reversed: string;
        };
        RungView: {
            fit: string;
            instrument: string;
            source: string;
            threshold: string;
            why: string;
            words: string;
        };
        RunView: {
            /** Format: int32 */
            destroyed: number;
            /** Format: int32 */
            held: number;
            /** Format: int32 */
            persons: number;
            /** Format: int32 */
            proposed: number;
        };
        Said: {
            reasons: string;
            selector: string;
        };
        SameMediaView: {
            found: components["schemas"]["ElsewhereView"][];
            /** Format: int32 */
            medium: number;
            /** Format: int64 */
            others: number;
            words: string;
        };
        SampleView: {
            author: string;
            extra: string;
            kind: string;
            recipients: string;
            text: string;
            time: string;
        };
        SavedSearchView: {
            at: string;
            id: string;
            name: string;
            query: string;
        };
        SavedViewDraft: {
            /** Format: int32 */
            base: number;
            draftOf: string | null;
            name: string;
            view: string;
        };
        SavedViewView: {
            at: string;
            /** Format: int32 */
            base: number;
            by: string;
            draftOf: string | null;
            id: string;
            mine: boolean;
            name: string;
            published: boolean;
            /** Format: int32 */
            version: number;
            view: string;
        };
        SearchAsked: {
            account?: string;
            after?: string;
            conversation?: string;
            exhibit?: string;
            from?: string;
            has?: string[];
            kind?: string[];
            language?: string[];
            like?: string;
            /** Format: int32 */
            limit?: number;
            month?: string[];
            /** Format: int32 */
            offset?: number;
            platform?: string[];
            q?: string;
            sort?: string;
            to?: string;
        };
        SearchBody: {
            name: string;
            query: string;
        };
        SecondWord: {
            approved: boolean;
            reason: string;
        };
        SectionCount: {
            /** Format: int64 */
            count: number;
            section: string;
        };
        SeedDraft: {
            /** Format: int64 */
            seed: number;
        };
        SeenTable: {
            charset: string;
            columns: components["schemas"]["ColumnView"][];
            guess: string;
            kind: string;
            part: string;
            recordKind: string;
            separator: string;
            sheet: string;
        };
        SelectorView: {
            check: string;
            /** Format: int32 */
            from: number;
            kind: string;
            part: string;
            rule: string;
            /** Format: int32 */
            to: number;
            value: string;
        };
        Session: {
            actor: components["schemas"]["Person"] | null;
            banner: string | null;
            signedIn: boolean;
            training: boolean;
            trainingLogins: string[];
            version: string;
        };
        SetMember: {
            /** Format: double */
            elsewhere: number | null;
            /** Format: int32 */
            place: number;
            /** Format: double */
            sets: number;
        };
        SetsDraft: {
            aim: string;
            /** Format: int64 */
            seed: number;
            /** Format: int32 */
            size: number;
            /** Format: int32 */
            steps: number;
        };
        SetsView: {
            /** Format: double */
            before: number;
            /** Format: double */
            bestHigh: number | null;
            /** Format: double */
            bestLow: number | null;
            card: string;
            /** Format: double */
            likeness: number | null;
            members: components["schemas"]["SetMember"][];
            proved: boolean;
            /** Format: int32 */
            replicas: number;
            sets: components["schemas"]["SetView"][];
            /** Format: int32 */
            withheld: number;
        };
        SetView: {
            places: number[];
            /** Format: double */
            value: number;
        };
        SignatureView: {
            name: string;
            role: string;
        };
        SilentDecisionBody: {
            decision: string;
            reasons: string;
        };
        SilentQuestionView: {
            asker: string | null;
            at: string;
            decidedBy: string | null;
            decision: string | null;
            house: string | null;
            id: string;
            known: string | null;
            reasons: string;
        };
        SilentView: {
            field: string;
            /** Format: double */
            ifAlike: number;
            /** Format: double */
            ifUnlike: number;
            missing: string;
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
        StampAnswerView: {
            accuracy: string;
            anchor: string;
            at: string;
            by: string;
            policy: string;
            serial: string;
            signer: string;
            signerSha256: string;
            stampedAt: string;
        };
        StampView: {
            answer: components["schemas"]["StampAnswerView"] | null;
            at: string;
            by: string;
            disclosure: string;
            id: string;
            imprint: string;
            nonce: string;
        };
        StatedView: {
            selector: string;
            verified: boolean;
        };
        StreamingResponseBody: unknown;
        SuggestionsView: {
            generic: components["schemas"]["GenericView"][];
            groups: components["schemas"]["GroupView"][];
            suggestions: components["schemas"]["SuggestionView"][];
        };
        SuggestionView: {
            a: components["schemas"]["AccountRow"];
            b: components["schemas"]["AccountRow"];
            likeness: components["schemas"]["AlikeView"];
            reasons: components["schemas"]["ReasonView"][];
        };
        SupportDraft: {
            beside: string[] | null;
            note: string;
            record: string;
        };
        SupportView: {
            author: string | null;
            beside: components["schemas"]["BesideView"][];
            excerpt: string;
            exhibit: string;
            locator: string;
            note: string;
            record: string;
            time: string | null;
        };
        SuspicionBody: {
            facts: components["schemas"]["FactView"][];
            offence: string;
            relevance: string;
        };
        SuspicionView: {
            at: string;
            author: string;
            decidedAt: string | null;
            facts: components["schemas"]["FactView"][];
            id: string;
            /** Format: int64 */
            leaf: number;
            mine: boolean;
            offence: string;
            offenceTitle: string;
            reasons: string | null;
            relevance: string;
            reviewer: string | null;
            state: string;
            validUntil: string | null;
        };
        TableCellView: {
            marked: boolean;
            text: string;
        };
        TableRoundView: {
            columns: string[];
            rows: components["schemas"]["TableRowView"][];
            sheet: string;
        };
        TableRowView: {
            cells: components["schemas"]["TableCellView"][];
            pointer: string;
        };
        TemplateView: {
            choice: boolean;
            id: string;
            needs: string[];
            receivers: string[];
            sections: string[];
            title: string;
            withholds: boolean;
            words: string[];
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
        TrialView: {
            /** Format: int64 */
            faults: number;
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            moreProblems: number;
            notes: components["schemas"]["CodedText"][];
            problems: components["schemas"]["ProblemView"][];
            profile: components["schemas"]["ProfileView"];
            /** Format: int64 */
            read: number;
            samples: components["schemas"]["SampleView"][];
            /** Format: int64 */
            sealed: number;
            /** Format: int64 */
            unknown: number;
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
        ViewVersionView: {
            at: string;
            by: string;
            id: string;
            mine: boolean;
            name: string;
            /** Format: int32 */
            version: number;
            view: string;
            withdrawn: boolean;
        };
        ViewWithdrawal: {
            reason: string;
            /** Format: int32 */
            version: number;
        };
        WeakestView: {
            judgement: string;
            likeness: components["schemas"]["AlikeView"];
        };
        WitnessView: {
            fingerprint: string;
            name: string;
            trouble: string | null;
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
    agreements: {
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
                    "*/*": components["schemas"]["AgreementView"][];
                };
            };
        };
    };
    agree: {
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
                "application/json": components["schemas"]["AgreementDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AgreementView"];
                };
            };
        };
    };
    suspend: {
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
                    "*/*": components["schemas"]["AgreementView"][];
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
    assessments: {
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
                    "*/*": components["schemas"]["AssessmentView"][];
                };
            };
        };
    };
    assess: {
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
                "application/json": components["schemas"]["EmergencyDraft"];
            };
        };
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
    decide_4: {
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
    note: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
                decision: "APPROVED" | "REFUSED" | "RETURNED";
                reasons: string;
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
                    "*/*": components["schemas"]["NoteText"];
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
    recall_1: {
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
    versions_1: {
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
    capabilities: {
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
                    "*/*": components["schemas"]["CapabilitiesView"];
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
    advice: {
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
                "application/json": components["schemas"]["AskForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AdviceView"];
                };
            };
        };
    };
    draft_2: {
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
    due_1: {
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
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DeadlineView"][];
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
    requests: {
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
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RequestView"][];
                };
            };
        };
    };
    intake: {
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
                "application/json": components["schemas"]["AskForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RequestView"];
                };
            };
        };
    };
    request_1: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
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
                    "*/*": components["schemas"]["RequestView"];
                };
            };
        };
    };
    advise: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
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
                    "*/*": components["schemas"]["AdviceView"];
                };
            };
        };
    };
    deed: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
                deed: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeedForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RequestView"];
                };
            };
        };
    };
    draft: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProcessDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RequestView"];
                };
            };
        };
    };
    paper: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                caseId: string;
                id: string;
                kind: string;
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
    order: {
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
                "application/json": components["schemas"]["DestructionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DestructionView"];
                };
            };
        };
    };
    holds: {
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
                    "*/*": components["schemas"]["HoldView"][];
                };
            };
        };
    };
    place: {
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
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HoldView"];
                };
            };
        };
    };
    attempts: {
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
                    "*/*": components["schemas"]["AttemptView"][];
                };
            };
        };
    };
    live: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: {
                "Last-Event-ID"?: string;
            };
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
    all_4: {
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
                    "*/*": components["schemas"]["ConflictView"][];
                };
            };
        };
    };
    declare: {
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
                "application/json": components["schemas"]["ConflictBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ConflictView"];
                };
            };
        };
    };
    withdraw_5: {
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
                content?: never;
            };
        };
    };
    hits: {
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
                    "*/*": components["schemas"]["ConflictHitView"][];
                };
            };
        };
    };
    seen_1: {
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
                "application/json": components["schemas"]["ConflictNote"];
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
    mine: {
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
                    "*/*": components["schemas"]["ConflictView"][];
                };
            };
        };
    };
    covers: {
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
                    "*/*": components["schemas"]["CoverView"][];
                };
            };
        };
    };
    cover: {
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
                "application/json": components["schemas"]["CoverBody"];
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
    desk: {
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
                    "*/*": components["schemas"]["SilentQuestionView"][];
                };
            };
        };
    };
    decide_3: {
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
                "application/json": components["schemas"]["SilentDecisionBody"];
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
    enter: {
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
                    "*/*": components["schemas"]["DeconflictionEnteredView"];
                };
            };
        };
    };
    notices: {
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
                    "*/*": components["schemas"]["DeconflictionNoticeView"][];
                };
            };
        };
    };
    seen: {
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
                content?: never;
            };
        };
    };
    asked: {
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
                    "*/*": components["schemas"]["DeconflictionQuestionView"][];
                };
            };
        };
    };
    ask_3: {
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
                "application/json": components["schemas"]["DeconflictionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DeconflictionAnswerView"];
                };
            };
        };
    };
    devices: {
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
                    "*/*": components["schemas"]["DeviceView"][];
                };
            };
        };
    };
    approve_2: {
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
                    "*/*": components["schemas"]["DeviceView"][];
                };
            };
        };
    };
    revoke: {
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
                    "*/*": components["schemas"]["DeviceView"][];
                };
            };
        };
    };
    register_1: {
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
    bag: {
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
                    "*/*": components["schemas"]["StreamingResponseBody"];
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
    portable: {
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
    recall: {
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
                    "*/*": components["schemas"]["NoticeView"];
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
    ask_2: {
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
                    "*/*": components["schemas"]["StampView"];
                };
            };
        };
    };
    receive: {
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
                    "*/*": components["schemas"]["StampView"];
                };
            };
        };
    };
    going: {
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
                "application/json": components["schemas"]["GoingDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CarriedPicture"][];
                };
            };
        };
    };
    preview: {
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
                    "*/*": components["schemas"]["ReleasePreview"];
                };
            };
        };
    };
    trace: {
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
                "application/json": components["schemas"]["MarkText"];
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
    due: {
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
                    "*/*": components["schemas"]["DeadlineView"][];
                };
            };
        };
    };
    now: {
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
                    "*/*": components["schemas"]["DutyView"];
                };
            };
        };
    };
    begin: {
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
                "application/json": components["schemas"]["DutyDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DutyView"];
                };
            };
        };
    };
    end: {
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
                    "*/*": components["schemas"]["DutyView"];
                };
            };
        };
    };
    entities: {
        parameters: {
            query: {
                asOf?: string;
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
    entity: {
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
                    "*/*": components["schemas"]["EntityCardView"];
                };
            };
        };
    };
    changes: {
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
                    "*/*": components["schemas"]["EntityChangeView"][];
                };
            };
        };
    };
    path: {
        parameters: {
            query: {
                a: string;
                b: string;
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
    all_3: {
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
    certificate: {
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
                "application/json": components["schemas"]["CertificateDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CertificateView"];
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
    origin: {
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
                    "*/*": components["schemas"]["OriginView"];
                };
            };
        };
    };
    examine: {
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
                    "*/*": components["schemas"]["OriginView"];
                };
            };
        };
    };
    generations: {
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
                    "*/*": components["schemas"]["ReadReportView"][];
                };
            };
        };
    };
    compare: {
        parameters: {
            query: {
                asked: components["schemas"]["Compared"];
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
                    "*/*": components["schemas"]["GenerationDiffView"];
                };
            };
        };
    };
    look: {
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
                    "*/*": components["schemas"]["MappingView"];
                };
            };
        };
    };
    read_1: {
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
                "application/json": components["schemas"]["MappedReading"];
            };
        };
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
    trial: {
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
                "application/json": components["schemas"]["MappingDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TrialView"];
                };
            };
        };
    };
    picture_1: {
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
    reader: {
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
                    "*/*": components["schemas"]["ReaderLookView"];
                };
            };
        };
    };
    exports: {
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
                    "*/*": components["schemas"]["ExportsView"];
                };
            };
        };
    };
    ask_1: {
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
                "application/json": components["schemas"]["LeaveDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LeaveView"];
                };
            };
        };
    };
    approve_1: {
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
                "application/json": components["schemas"]["PasswordText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LeaveView"];
                };
            };
        };
    };
    stop_2: {
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
                    "*/*": components["schemas"]["ExportsView"];
                };
            };
        };
    };
    waiting: {
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
                    "*/*": components["schemas"]["FilterWaiting"][];
                };
            };
        };
    };
    releasable: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
            };
            header?: never;
            path: {
                authority: string;
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
                    "*/*": string[];
                };
            };
        };
    };
    counts: {
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
                    "*/*": components["schemas"]["FilterCountView"][];
                };
            };
        };
    };
    decide_2: {
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
                "application/json": components["schemas"]["FilterDecisionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FilterDecided"];
                };
            };
        };
    };
    items: {
        parameters: {
            query: {
                from?: number;
                permit: components["schemas"]["Permit"];
                size?: number;
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
                    "*/*": components["schemas"]["FilterItemView"][];
                };
            };
        };
    };
    ask: {
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
                "application/json": components["schemas"]["FilterPermitBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FilterPermitView"];
                };
            };
        };
    };
    all_2: {
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
    draft_1: {
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
                seen?: string;
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
    correct: {
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
    markable: {
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
                    "*/*": components["schemas"]["MarkableView"];
                };
            };
        };
    };
    origins: {
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
                    "*/*": components["schemas"]["OriginsView"];
                };
            };
        };
    };
    published: {
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
                    "*/*": components["schemas"]["PublishedFinding"];
                };
            };
        };
    };
    review_1: {
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
                seen?: string;
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
    withdraw_4: {
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
    remarks: {
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
                    "*/*": components["schemas"]["RemarkView"][];
                };
            };
        };
    };
    scale: {
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
                    "*/*": components["schemas"]["ChosenScaleView"];
                };
            };
        };
    };
    footprint: {
        parameters: {
            query: {
                asked: string;
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
                    "*/*": components["schemas"]["FootprintView"];
                };
            };
        };
    };
    process: {
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
                    "*/*": components["schemas"]["ProcessView"];
                };
            };
        };
    };
    emergencies: {
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
                    "*/*": components["schemas"]["EmergencyUseView"];
                };
            };
        };
    };
    lift_1: {
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
                "application/json": components["schemas"]["DeedForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["EmergencyUseView"];
                };
            };
        };
    };
    playbooks: {
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
                    "*/*": components["schemas"]["PlaybookView"][];
                };
            };
        };
    };
    askLift: {
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
                "application/json": components["schemas"]["LiftBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HoldView"];
                };
            };
        };
    };
    confirmHold: {
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
                    "*/*": components["schemas"]["HoldView"];
                };
            };
        };
    };
    lift: {
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
                    "*/*": components["schemas"]["HoldView"];
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
    stop_1: {
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
    preview_1: {
        parameters: {
            query: {
                a?: string;
                b?: string;
                permit: components["schemas"]["Permit"];
                verdict?: string;
                withdraw?: string;
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
                    "*/*": components["schemas"]["PreviewView"];
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
                "application/json": components["schemas"]["SecondWord"];
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
    withdraw_3: {
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
    inForce: {
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
                    "*/*": components["schemas"]["LawView"];
                };
            };
        };
    };
    text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
                kind: string;
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
                    "*/*": components["schemas"]["LawTextView"];
                };
            };
        };
    };
    propose_1: {
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
                "application/json": components["schemas"]["LawProposal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LawChangeView"];
                };
            };
        };
    };
    decide_1: {
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
                "application/json": components["schemas"]["LawDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LawChangeView"];
                };
            };
        };
    };
    decisionNote: {
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
                "application/json": components["schemas"]["LawDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NoteText"];
                };
            };
        };
    };
    stop: {
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
                "application/json": components["schemas"]["LawStop"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LawChangeView"];
                };
            };
        };
    };
    proposalNote: {
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
                "application/json": components["schemas"]["LawProposal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NoteText"];
                };
            };
        };
    };
    history: {
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
                    "*/*": components["schemas"]["LawChangeView"][];
                };
            };
        };
    };
    update: {
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
                "application/json": components["schemas"]["LawUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LawChangeView"][];
                };
            };
        };
    };
    lead: {
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
                "application/json": components["schemas"]["LeadAccountDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LeadAccountView"];
                };
            };
        };
    };
    withdrawLead: {
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
                    "*/*": components["schemas"]["LeadAccountView"];
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
    keep_2: {
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
                "application/json": components["schemas"]["MappingDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProfileView"];
                };
            };
        };
    };
    all_6: {
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
                    "*/*": components["schemas"]["ModelView"][];
                };
            };
        };
    };
    propose: {
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
                "application/json": components["schemas"]["EvaluationText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ModelProposalView"];
                };
            };
        };
    };
    approve: {
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
                "application/json": components["schemas"]["ModelReasons"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ModelProposalView"];
                };
            };
        };
    };
    oversight: {
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
                    "*/*": components["schemas"]["OversightView"];
                };
            };
        };
    };
    figures: {
        parameters: {
            query: {
                caller: components["schemas"]["ActorId"];
                from?: string;
                to?: string;
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
                    "*/*": components["schemas"]["FiguresView"];
                };
            };
        };
    };
    kit: {
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
                    "*/*": components["schemas"]["StreamingResponseBody"];
                };
            };
        };
    };
    transparency: {
        parameters: {
            query: {
                as?: string;
                caller: components["schemas"]["ActorId"];
                from?: string;
                to?: string;
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
                    "*/*": string;
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
    privileged: {
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
                    "*/*": components["schemas"]["PrivilegeCount"];
                };
            };
        };
    };
    privilege: {
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
                "application/json": components["schemas"]["PrivilegeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PrivilegeCount"];
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
    recalls: {
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
                    "*/*": components["schemas"]["CalledBackView"][];
                };
            };
        };
    };
    recipients: {
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
                    "*/*": components["schemas"]["RecipientRow"][];
                };
            };
        };
    };
    register: {
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
                "application/json": components["schemas"]["RecipientDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RecipientRow"];
                };
            };
        };
    };
    run_1: {
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
                    "*/*": components["schemas"]["ReconciliationView"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                asked: components["schemas"]["SearchAsked"];
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
    mediumBytes: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
                medium: number;
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
    carried: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
                medium: number;
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
    all_1: {
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
                    "*/*": components["schemas"]["NoteView"][];
                };
            };
        };
    };
    write: {
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
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NoteView"][];
                };
            };
        };
    };
    amend_3: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NoteView"][];
                };
            };
        };
    };
    withdraw_2: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                id: string;
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteWithdrawal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NoteView"][];
                };
            };
        };
    };
    rows: {
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
                    "*/*": components["schemas"]["TableRoundView"];
                };
            };
        };
    };
    same: {
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
                    "*/*": components["schemas"]["SameMediaView"][];
                };
            };
        };
    };
    export: {
        parameters: {
            query: {
                asked: components["schemas"]["SearchAsked"];
                format: string;
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
                    "*/*": components["schemas"]["StreamingResponseBody"];
                };
            };
        };
    };
    lines: {
        parameters: {
            query: {
                asked: components["schemas"]["SearchAsked"];
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
                    "*/*": components["schemas"]["LinesView"];
                };
            };
        };
    };
    marks: {
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
                    "*/*": components["schemas"]["MarkView"][];
                };
            };
        };
    };
    mark: {
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
                "application/json": components["schemas"]["MarkDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MarkView"];
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
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MarkView"][];
                };
            };
        };
    };
    reasons: {
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
                    "*/*": components["schemas"]["RedactionReason"][];
                };
            };
        };
    };
    destructions: {
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
                    "*/*": components["schemas"]["DestructionView"][];
                };
            };
        };
    };
    confirm: {
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
                    "*/*": components["schemas"]["DestructionView"];
                };
            };
        };
    };
    run: {
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
                    "*/*": components["schemas"]["RunView"];
                };
            };
        };
    };
    received: {
        parameters: {
            query: {
                form: components["schemas"]["ReturnForm"];
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
    check: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
            };
            header?: never;
            path: {
                exhibit: string;
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
    searches: {
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
                    "*/*": components["schemas"]["SavedSearchView"][];
                };
            };
        };
    };
    keep_1: {
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
                "application/json": components["schemas"]["SearchBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SavedSearchView"];
                };
            };
        };
    };
    drop_1: {
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
                    "*/*": components["schemas"]["SavedSearchView"][];
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
    chart: {
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
                    "*/*": components["schemas"]["ChartView"];
                };
            };
        };
    };
    hierarchy: {
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
                "application/json": components["schemas"]["SeedDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HierarchyView"];
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
    picture: {
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
                "application/json": components["schemas"]["PictureDraft"];
            };
        };
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
    removal: {
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
                "application/json": components["schemas"]["RemovalDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RemovalView"];
                };
            };
        };
    };
    sets: {
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
                "application/json": components["schemas"]["SetsDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SetsView"];
                };
            };
        };
    };
    persons: {
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
                    "*/*": components["schemas"]["PersonView"][];
                };
            };
        };
    };
    add: {
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
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PersonView"];
                };
            };
        };
    };
    person: {
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
                    "*/*": components["schemas"]["PersonView"];
                };
            };
        };
    };
    edit: {
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
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PersonView"];
                };
            };
        };
    };
    role: {
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
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PersonView"];
                };
            };
        };
    };
    suspect: {
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
                "application/json": components["schemas"]["SuspicionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PersonView"];
                };
            };
        };
    };
    importCsv: {
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
                "application/json": components["schemas"]["CsvBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImportLine"][];
                };
            };
        };
    };
    offences: {
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
                    "*/*": {
                        [key: string]: string;
                    };
                };
            };
        };
    };
    quarantine: {
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
                    "*/*": components["schemas"]["PersonView"][];
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
                    "*/*": components["schemas"]["SuggestionsView"];
                };
            };
        };
    };
    decide: {
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
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PersonView"];
                };
            };
        };
    };
    templates: {
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
                    "*/*": components["schemas"]["TemplateView"][];
                };
            };
        };
    };
    all_5: {
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
                    "*/*": components["schemas"]["StampView"][];
                };
            };
        };
    };
    answer: {
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
    request: {
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
    versions: {
        parameters: {
            query: {
                permit: components["schemas"]["Permit"];
                view: string;
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
                    "*/*": components["schemas"]["ViewVersionView"][];
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
                    "*/*": components["schemas"]["SavedViewView"][];
                };
            };
        };
    };
    keep: {
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
                "application/json": components["schemas"]["SavedViewDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SavedViewView"];
                };
            };
        };
    };
    keepAgain: {
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
                "application/json": components["schemas"]["SavedViewDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SavedViewView"];
                };
            };
        };
    };
    drop: {
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
                    "*/*": components["schemas"]["SavedViewView"][];
                };
            };
        };
    };
    publish: {
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
                    "*/*": components["schemas"]["ViewVersionView"];
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
                "application/json": components["schemas"]["ViewWithdrawal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ViewVersionView"];
                };
            };
        };
    };
}
