/** What people type, and what they must get first: a concept by its id, or a lesson by its path. */
export interface ExpectedQuery {
  readonly locale: 'zh' | 'en';
  readonly query: string;
  readonly concept?: string;
  readonly page?: string;
}

/** A lesson that has all the characters of a query, but not together, and must not be found. */
export interface AbsentPage {
  readonly query: string;
  readonly page: string;
}

/** The search specification: first hits. */
export const EXPECTED: readonly ExpectedQuery[] = [
  ...concepts('zh', {
    paravirtualization: [
      '准虚拟化',
      '半虚拟化',
      '半虛擬化',
      'paravirt',
      'PV',
      'pv',
      '准虛擬化',
      'para-virtualization',
      'paravirtualisation',
    ],
    'full-virtualization': ['全虚拟化', '完全虚拟化', 'full virtualization'],
    'hardware-assisted-virtualization': [
      '硬件辅助虚拟化',
      '硬件虚拟化',
      '硬體輔助虛擬化',
      'hardware assisted',
      '硬件辅助',
    ],
    kvm: ['ＫＶＭ', 'kvm', 'Kvm', '基于内核的虚拟机'],
    qemu: ['qemu', 'Qemu', 'QEUM'],
    'type-1-hypervisor': ['一型', 'type1', 'Type-1', 'type 1', '1型', '裸金属', '裸机型'],
    'type-2-hypervisor': ['二型', 'type-2', 'type2 hypervisor', '2型虚拟机监控器', '寄居'],
    vmm: ['虚拟机监控器', 'hypervisor', 'hypervizor', 'hypervisors', 'VMM', '虚拟机管理程序', '虚擬機監控器'],
    'shadow-page-table': ['影子页表', 'shadow page table', 'shadow paging', '影子頁表', '影子'],
    'second-level-address-translation': ['EPT', 'npt', '嵌套分页', '二级地址转换', 'nested paging'],
    'live-migration': ['热迁移', '在线迁移', '实时迁移', 'live migration', 'vmotion', '熱遷移', '动态迁移'],
    docker: ['docker', 'Docker 是什么', 'dokcer', 'ｄｏｃｋｅｒ'],
    container: ['容器', '什么是容器', 'container', 'containers'],
    'container-image': ['镜像', '鏡像', '容器镜像', 'docker image'],
    'linux-namespace': ['命名空间', 'namespace', '名字空间', 'namespaces'],
    cgroup: ['cgroup', 'cgroups', '控制组', 'control group'],
    overlayfs: ['overlay fs', 'overlayfs', 'overlay2', '叠加文件系统'],
    'virtual-machine': ['虚拟机', 'VM', '虛擬機', 'vms', '虚拟机是什么'],
    virtualization: ['虚拟化', '什么是虚拟化', '虛擬化', 'virtualisation'],
    hypercall: ['超级调用', 'hypercall', '超调用'],
    'trap-and-emulate': ['陷入模拟', 'trap and emulate', '陷入-模拟'],
    'binary-translation': ['二进制翻译', '动态二进制翻译'],
    'vm-snapshot': ['快照', '虚拟机快照'],
    'nested-virtualization': ['嵌套虚拟化', '嵌套'],
    'sr-iov': ['SR-IOV', 'sriov', 'sr iov'],
    'device-passthrough': ['设备直通', '直通', 'PCI 直通', '透传'],
    iommu: ['iommu', 'VT-d'],
    virtio: ['virtio', 'VirtIO'],
    kubernetes: ['k8s', 'K8S', 'kubernets', '容器编排'],
    'docker-compose': ['docker compose', 'docker-compose', 'compose'],
    'docker-volume': ['数据卷', '卷', 'docker volume'],
    'rootless-mode': ['rootless', '无根容器'],
    'memory-balloon': ['气球', '内存气球', 'balloon'],
    'memory-overcommit': ['内存超分', '超售', '内存超配'],
    'container-escape': ['容器逃逸'],
    'vm-escape': ['虚拟机逃逸'],
    dom0: ['dom0', 'Domain 0', '域 0'],
    libvirt: ['libvirt'],
    esxi: ['ESXi', 'esxi', 'vmware esxi'],
    'virtualization-extensions': ['VT-x', 'vtx', 'AMD-V'],
    'confidential-computing': ['机密计算'],
    'os-level-virtualization': ['操作系统级虚拟化', '容器虚拟化'],
  }),
  ...concepts('en', {
    paravirtualization: [
      'paravirtualization',
      'paravirt',
      'PV',
      '半虚拟化',
      'para virtualization',
      'paravirtualisation',
    ],
    'hardware-assisted-virtualization': [
      'hardware assisted',
      'hardware-assisted virtualization',
      'hardware asisted virtualization',
    ],
    'type-1-hypervisor': ['type 1', 'Type-1 hypervisor', 'type1', 'bare metal hypervisor', '一型'],
    'type-2-hypervisor': ['type 2 hypervisor', 'hosted hypervisor'],
    vmm: ['hypervisor', 'hypervizor', 'what is a hypervisor', 'virtual machine monitor', 'VMM'],
    'shadow-page-table': ['shadow page table', 'shadow page tables', 'shadow paging', 'shadow page tabel'],
    'live-migration': ['live migration', 'vmotion', 'live-migration', 'live migraton'],
    cgroup: ['cgroup', 'cgroups', 'control groups'],
    'linux-namespace': ['namespace', 'namespaces', 'linux namespaces'],
    container: ['containers', 'what is a container', 'contaner'],
    'container-image': ['container image', 'images', 'image'],
    overlayfs: ['overlay fs', 'OverlayFS'],
    docker: ['docker', 'dokcer'],
    kubernetes: ['k8s', 'kubernetes', 'kubernets'],
    'nested-virtualization': ['nested virtualization', 'nested virt', 'nested virtualisation'],
    'second-level-address-translation': ['EPT', 'nested paging', 'SLAT'],
    'memory-balloon': ['ballooning', 'balloon driver'],
    'vm-escape': ['vm escape', 'hypervisor escape'],
    'virtual-machine': ['vm', 'virtual machines', 'virtual machine'],
    'full-virtualization': ['full virtualization', 'full-virtualization'],
    'server-consolidation': ['consolidation', 'server consolidation'],
    'image-layer': ['layer', 'image layers'],
    'rootless-mode': ['rootless', 'rootless containers'],
    unikernel: ['unikernel', 'unikernels'],
    'device-passthrough': ['pci passthrough', 'device passthrough'],
    'memory-overcommit': ['memory overcommit', 'overcommitment'],
    'trap-and-emulate': ['trap-and-emulate', 'trap & emulate'],
    webassembly: ['wasm', 'WebAssembly'],
  }),
  ...pages('zh', {
    'hypervisors/kvm': ['KVM'],
    'types/paravirtualization': ['准虚拟化', '半虚拟化'],
    'operations/live-migration': ['热迁移'],
    'hardware/memory-translation': ['内存翻译'],
    'containers/networks': ['端口映射'],
    'hypervisors/type-1-and-type-2': ['一型和二型的区别'],
    'containers-and-vms/misconceptions': ['容器不是轻量级虚拟机'],
    'foundations/popek-goldberg': ['popek goldberg', 'Popek'],
    'choosing/moving-between': ['P2V'],
  }),
  ...pages('en', {
    'hypervisors/kvm': ['KVM'],
    'types/paravirtualization': ['paravirtualization'],
    'operations/live-migration': ['live migration'],
    'containers/images-and-layers': ['image layers'],
    'foundations/popek-goldberg': ['popek and goldberg'],
    'hypervisors/type-1-and-type-2': ['difference between type 1 and type 2'],
    'containers/cgroups': ['cgroup v2'],
  }),
];

/** The search specification: false friends. Each page has the characters of the query, never side by side. */
export const ABSENT: readonly AbsentPage[] = [
  absent('内核', 'hardware/interrupts'),
  absent('容器', 'hypervisors/kvm', 'hypervisors/xen', 'operations/snapshots'),
  absent('快照', 'types/emulation', 'types/os-level', 'types/paravirtualization'),
  absent('宿主机', 'types/full-virtualization'),
  absent('客户机', 'containers/compose', 'containers/oci'),
  absent('页表', 'hypervisors/xen', 'hardware/interrupts', 'choosing/databases-and-io'),
  absent('直通', 'types/emulation', 'containers/security', 'containers/networks'),
  absent('热迁移', 'hypervisors/others'),
  absent('命名空间', 'containers/compose', 'hardware/memory-translation'),
  absent('控制组', 'hypervisors/qemu', 'containers-and-vms/portability'),
  absent('网桥', 'hypervisors/xen', 'containers/compose'),
  absent('中断', 'operations/snapshots', 'operations/live-migration'),
  absent('嵌套', 'containers/engine-containerd-runc'),
  absent('隔离', 'choosing/devops-and-cloud'),
  absent('密度', 'types/emulation', 'hypervisors/qemu'),
  absent('影子', 'hypervisors/qemu', 'containers/security'),
  absent('数据卷', 'containers-and-vms/portability', 'choosing/moving-between'),
  absent('分区', 'types/emulation', 'hypervisors/qemu'),
  absent('端口', 'containers/what-is-docker'),
  absent('环形', 'containers/oci', 'types/hardware-assisted'),
].flat();

function concepts(
  locale: 'zh' | 'en',
  queries: Readonly<Record<string, readonly string[]>>,
): ExpectedQuery[] {
  return Object.entries(queries).flatMap(([concept, own]) =>
    own.map((query) => ({ locale, query, concept })),
  );
}

function pages(locale: 'zh' | 'en', queries: Readonly<Record<string, readonly string[]>>): ExpectedQuery[] {
  return Object.entries(queries).flatMap(([page, own]) => own.map((query) => ({ locale, query, page })));
}

function absent(query: string, ...pagesWithout: readonly string[]): AbsentPage[] {
  return pagesWithout.map((page) => ({ query, page }));
}
