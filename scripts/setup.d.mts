/** See `setup.mjs`. */
export function runtimeProblem(machine?: { platform: string; arch: string; version: string }): string | null;
