/** Search parameter that tells apart reports of one page, or reports whose own address is not known. */
export const REPORT_PARAMETER = 'sidelight-report';
