/** The folders' promises to each other; ARCHITECTURE.md draws them. */
module.exports = {
  forbidden: [
    { name: 'shared-is-pure', comment: 'shared/ runs in a browser, a worker and Node alike: only itself and libraries that do too.', severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^shared/|^node_modules/(yjs|lib0|linebreak|bidi-js|fflate|harfbuzzjs|d3-chord|d3-shape|hucre|docx|@orama/stemmers)/' } },
    { name: 'client-never-imports-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    { name: 'server-never-imports-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    { name: 'panels-are-strangers', comment: 'a feature can be taken out without touching another', severity: 'error',
      from: { path: '^client/panels/([^/]+)/' }, to: { path: '^client/panels/([^/]+)/', pathNot: '^client/panels/$1/' } },
    { name: 'ui-knows-no-walls', severity: 'error', from: { path: '^client/ui/' }, to: { path: '^client/(panels|canvas|export|session|state|home)/|^shared/wall/' } },
    { name: 'storage-and-auth-know-no-rooms', severity: 'error', from: { path: '^server/(storage|auth)/' }, to: { path: '^server/(rooms|http)/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:|\\?' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|\\.css$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
  },
}
